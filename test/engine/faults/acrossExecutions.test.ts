import { borrower, borrowers } from '../../rows';
import type { FaultKind } from '../../sandbox';
import { keyAndSecret } from '../builders';
import { inNewProcess } from '../n8n/newProcess';
import { processedItems } from '../n8n/processedItems';
import { newStore } from '../n8n/run';
import { statuses } from '../sandboxed';
import { accountOf, readError, rowsOf } from './account';
import { useWorld } from './world';

const world = useWorld();
const { sandbox, create, planRequests } = world;

const rows = borrowers(6);
const options = { contactsPerPlan: 2 };

describe('The same rows on the same day', () => {
	it('are not sent again; the plan is named and says so', async () => {
		const first = await create(rows);
		const second = await create(rows);

		expect(statuses(second)).toEqual(['alreadySent']);
		expect(second.plans).toMatchObject([
			{ PlanName: first.plans[0]?.PlanName, contactsReceived: 6, contactsSent: 0, TaskID: null },
		]);
		expect(second.hints).toEqual([
			'0 plans created, 0 of 6 contacts sent, 0 rejected, 6 sent earlier today and not sent again',
		]);
		expect(planRequests()).toHaveLength(1);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('are not sent again under another plan name, and come out without a name', async () => {
		await create(rows, { options: { planName: 'monday' } });
		const { plans } = await create(rows, { options: { planName: 'tuesday' } });

		expect(plans).toMatchObject([{ status: 'alreadySent', PlanName: null }]);
		expect(planRequests()).toHaveLength(1);
	});

	it('are sent again with Send Again, under another name', async () => {
		await create(rows);
		const again = await create(rows, { options: { resend: true } });

		expect(statuses(again)).toEqual(['created']);
		expect(new Set(sandbox().plans.map(({ PlanName }) => PlanName)).size).toBe(2);
		expect([...sandbox().calls().values()]).toEqual(Array(6).fill(2));
	});

	it('are not sent again after Send Again either', async () => {
		await create(rows, { options: { resend: true } });

		expect(statuses(await create(rows))).toEqual(['alreadySent']);
	});

	it.each([
		['strategy', { strategy: { __rl: true, mode: 'name', value: 'other' } }],
		['line', { sipLine: 'ANOTHER_LINE' }],
	])('are sent with another %s', async (_, changes) => {
		await create(rows);

		expect(statuses(await create(rows, changes))).toEqual(['created']);
	});

	it('are not sent again beside other rows in plans of their own', async () => {
		await create(rows.slice(0, 4), { options });
		const result = await create([...rows, borrower(7, { Mobile: 'none' })], { options });

		expect(statuses(result)).toEqual(['alreadySent', 'alreadySent', 'created']);
		expect(rowsOf(accountOf(result))).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('are not sent again when the base URL of the same service is written in another way', async () => {
		const account = keyAndSecret(sandbox());
		await world.createWith(await newStore(account), rows);
		for (const baseUrl of [`${account.baseUrl}/`, account.baseUrl.replace('http', 'HTTP')]) {
			const again = await world.createWith(await newStore({ ...account, baseUrl }), rows);
			expect(again.outputs[0]?.map(({ json }) => json.status)).toEqual(['alreadySent']);
		}
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('are sent on the next day', async () => {
		const timezone = { timezone: 'Pacific/Kiritimati' };
		await create(rows, {}, timezone);
		const dayBefore = await create(rows, {}, { timezone: 'Pacific/Pago_Pago' });

		expect(statuses(dayBefore)).toEqual(['created']);
	});
});

describe('After a failure', () => {
	it.each<[FaultKind, number]>([
		['http403', 1],
		['429', 4],
		['body401', 3],
	])('without acting (%s × %i) the same rows are sent', async (kind, times) => {
		sandbox().misbehave({ on: 'plan', kind, times });
		const first = await create(rows);
		const second = await create(rows);

		expect(first.error?.message).toMatch(/was not created/);
		expect(statuses(second)).toEqual(['created']);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('the list holds nothing of a plan that was certainly not created', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'http403' });
		await create(rows);

		expect(processedItems.size).toBe(0);
	});

	it('the error accounts for plans that an earlier execution sent', async () => {
		await create(rows.slice(0, 2), { options });
		sandbox().misbehave({ on: 'plan', kind: 'http403' });
		const result = await create(rows, { options });
		const { contacts } = readError(result);

		expect(contacts).toMatchObject({ about: 2, notSent: 2 });
		expect(result.error?.description).toMatch(/already sent.*\(2 contacts\)/i);
		expect(result.error?.description).not.toMatch(/No other plan was created/);
	});

	it('the error accounts for rejected rows', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'http403' });
		const { error } = await create([...rows, borrower(7, { Mobile: 'none' })], { options });

		expect(error?.description).toMatch('Rejected: 1 row');
	});
});

describe('Two processes with the same rows at the same instant, one of them refused', () => {
	it.each([
		['is heard of last', { kind: 'http403', delayMs: 300 }, undefined],
		['is heard of first', { kind: 'http403', delayMs: 100 }, { kind: 'slow', delayMs: 400 }],
	] as const)('when the refusal %s: the other plan stays noted', async (_, refusal, other) => {
		sandbox().misbehave({ on: 'plan', ...refusal });
		if (other) sandbox().misbehave({ on: 'plan', ...other });
		const ours = await inNewProcess();
		const first = create(rows);
		await until(() => planRequests().length === 1);
		// The other process has read the list before this one wrote to it, and writes after it.
		processedItems.drop();
		const results = await Promise.all([first, create(rows, {}, { ours })]);

		expect(results.flatMap(statuses)).toEqual(['created']);
		expect(planRequests()).toHaveLength(2);
		expect(statuses(await create(rows))).toEqual(['alreadySent']);
		expect(sandbox().maxCalls()).toBe(1);
	});
});

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('Without a list of processed items', () => {
	const HINT = /does not remember here which plans were sent/;
	beforeEach(() => {
		processedItems.unavailable = true;
	});

	it('plans are sent, and a hint says what is missing', async () => {
		const { hints, error } = await create(rows, { options });

		expect(error).toBeUndefined();
		expect(sandbox().plans).toHaveLength(3);
		expect(hints.filter((hint) => HINT.test(hint))).toHaveLength(1);
	});

	it('the hint stays when the list comes back halfway', async () => {
		world.watch(() => {
			processedItems.unavailable = false;
		});
		const { hints } = await create(rows, { options });

		expect(hints.filter((hint) => HINT.test(hint))).toHaveLength(1);
	});

	it('the hint stands beside error items as well', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'hangUpAfter', times: 3 });
		const node = { onError: 'continueErrorOutput' } as const;
		const { hints } = await create(rows, { options }, { node });

		expect(hints.filter((hint) => HINT.test(hint))).toHaveLength(1);
	});

	it('Retry On Fail still sends nothing twice', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1, times: 2 });
		const node = { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 };
		await create(rows, { options }, { node });

		expect(sandbox().plans).toHaveLength(3);
		expect(sandbox().maxCalls()).toBe(1);
	});
});
