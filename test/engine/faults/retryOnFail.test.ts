import { borrowers } from '../../rows';
import type { FaultKind } from '../../sandbox';
import { accountOf, readError, rowsOf } from './account';
import { leaksOf, secretsOf } from './leaks';
import { useWorld } from './world';

const world = useWorld();
const { sandbox, planRequests, signedIn } = world;

const rows = borrowers(6);
const NAMES = ['p', 'p-2', 'p-3'];
const options = { planName: 'p', contactsPerPlan: 2 };
const RETRY = { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 };

const create = async (parameters = {}, node = {}) =>
	await world.createWith(await signedIn(), rows, { options, ...parameters }, { ...RETRY, ...node });

const sentNames = () => planRequests().map(({ PlanName }) => PlanName);

describe('Retry On Fail', () => {
	it('does not send in the second try what the first one created', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1, times: 1 });
		const result = await create();

		expect(result.error).toBeUndefined();
		expect(sentNames()).toEqual(['p', 'p-2', 'p-2', 'p-3']);
		expect(sandbox().maxCalls()).toBe(1);
		expect(result.plans.map(({ PlanName, status, TaskID }) => [PlanName, status, TaskID])).toEqual(
			NAMES.map((name, plan) => [name, 'created', sandbox().plans[plan]?.TaskID]),
		);
		expect(rowsOf(accountOf(result))).toEqual([0, 1, 2, 3, 4, 5]);
		expect(result.hints).toEqual([
			'3 plans created, 6 of 6 contacts sent, 0 rejected',
			expect.stringMatching(/another try.*Not sent again: 1 plan that a try before had sent/),
		]);
	});

	it('keeps what the service said about rows in the first try', async () => {
		sandbox().set({ alsoReject: [String(rows[1]?.Mobile)] });
		sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1, times: 1 });
		const { plans, rejected } = await create();

		expect(plans[0]).toMatchObject({ contactsReceived: 2, contactsSent: 1, contactsRejected: 1 });
		expect(rejected).toMatchObject([{ Mobile: rows[1]?.Mobile, rejection: { by: 'service' } }]);
	});

	it.each<FaultKind>(['hangUpBefore', 'hangUpAfter', '500', '502After', 'html', 'truncated'])(
		'does not send a plan again whose outcome is unknown: %s',
		async (kind) => {
			sandbox().misbehave({ on: 'plan', kind, skip: 1, times: 1 });
			const result = await create();

			expect(sentNames()).toEqual(['p', 'p-2']);
			expect(readError(result)).toEqual({
				plan: 'p-2',
				outcome: 'unknown',
				contacts: { about: 2, created: 2, notSent: 2 },
				created: ['p'],
			});
			expect(result.error?.description).toMatch(/^Look for plan 'p-2' in AI Rudder/);
		},
	);

	it('makes five tries, and in all of them each plan once', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1, times: 4 });
		const { error } = await create();

		expect(error).toBeUndefined();
		expect(sentNames()).toEqual(['p', 'p-2', 'p-2', 'p-2', 'p-2', 'p-2', 'p-3']);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'does not run the node again when the first row fails (%s)',
		async (onError) => {
			sandbox().misbehave({ on: 'plan', kind: 'hangUpAfter', times: 1 });
			const result = await create({}, { onError });

			expect(sentNames()).toEqual(NAMES);
			expect(sandbox().maxCalls()).toBe(1);
			expect(rowsOf(accountOf(result))).toEqual([0, 1, 2, 3, 4, 5]);
		},
	);

	it('does not run the node again because a row has a column named error', async () => {
		const withErrors = rows.map((row) => ({ ...row, error: 'from the sheet', Mobile: '' }));
		const store = await signedIn();
		const { rejected } = await world.createWith(store, withErrors, { options }, RETRY);
		await world.createWith(store, [...rows, ...withErrors], { options }, RETRY);

		expect(rejected).toHaveLength(6);
		expect(sentNames()).toEqual(NAMES);
	});

	it('sends everything once with Create Nothing, where checks go before', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 4, times: 1 });
		const { error } = await create({ invalidContacts: 'createNothing' });

		expect(error).toBeUndefined();
		expect(planRequests().filter(({ Perform }) => Perform === 3)).toHaveLength(4);
		expect(sandbox().maxCalls()).toBe(1);
	});

	describe('with Repeated Numbers: keep first', () => {
		const keepFirst = { options: { ...options, repeatedNumbers: 'keepFirst' } };
		/** The last row has the number of the first one. */
		const repeating = [...rows.slice(0, 5), { ...rows[5], Mobile: rows[0]?.Mobile }];

		it('rejects a number in a later try as well that stands in a row sent before', async () => {
			sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1, times: 1 });
			const store = await signedIn();
			const { rejected } = await world.createWith(store, repeating, keepFirst, RETRY);

			expect(sandbox().maxCalls()).toBe(1);
			expect(rejected).toMatchObject([{ Debtor: rows[5]?.Debtor }]);
		});

		it('calls nobody twice when the workflow runs again', async () => {
			sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1, times: 1 });
			const store = await signedIn();
			await world.createWith(store, repeating, keepFirst, RETRY);
			await world.createWith(store, repeating, keepFirst, RETRY);

			expect(sandbox().maxCalls()).toBe(1);
		});
	});

	describe('with the same people in several plans', () => {
		const twice = [...rows.slice(0, 2), ...rows.slice(0, 2)];

		it('sends in a later try what failed in the first one', async () => {
			sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1, times: 1 });
			const store = await signedIn();
			const { plans } = await world.createWith(store, twice, { options }, RETRY);

			expect(plans.map(({ status }) => status)).toEqual(['created', 'created']);
		});
	});

	describe('with Send Again', () => {
		const resend = { options: { contactsPerPlan: 2, resend: true } };

		it('sends each plan once in all tries', async () => {
			await create();
			sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1, times: 1 });
			const { plans } = await create(resend);

			expect(plans.map(({ status }) => status)).toEqual(['created', 'created', 'created']);
			expect([...sandbox().calls().values()]).toEqual(Array(6).fill(2));
		});

		it('names an unknown plan as it was sent, not as a later try would have named it', async () => {
			sandbox().misbehave({ on: 'plan', kind: 'hangUpAfter', times: 1 });
			const { error } = await create(resend, { waitBetweenTries: 1001, maxTries: 2 });

			expect(sentNames()).toHaveLength(1);
			expect(error?.message).toContain(`'${sentNames()[0]}'`);
			expect(error?.description).toContain(`Look for plan '${sentNames()[0]}'`);
		});
	});

	it('keeps numbers and secrets out of what it remembers for errors', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'hangUpAfter', skip: 1, times: 1 });
		const result = await create();
		const mobiles = rows.map(({ Mobile }) => Mobile);

		expect(leaksOf(result, secretsOf(sandbox(), mobiles))).toEqual([]);
	});
});
