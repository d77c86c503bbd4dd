import { borrowers } from '../../rows';
import { accountOf, rowsOf } from './account';
import { useWorld } from './world';

const world = useWorld();
const { sandbox, create, planRequests } = world;

const ROWS = borrowers(12);
const ALL = ROWS.map((_, row) => row);
const NAMES = ['p', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6'];
const options = { planName: 'p', contactsPerPlan: 2, concurrency: 3 };
/** Milliseconds that every answer takes, longer than it takes to send three plans. */
const DELAY = 250;

/** The most plan requests that were without an answer at the same time. */
function mostAtOnce(): number {
	const times = sandbox()
		.requests.filter(({ path }) => path.endsWith('/plan'))
		.map(({ at }) => at);
	return Math.max(
		...times.map((now) => times.filter((at) => at <= now && now < at + DELAY).length),
	);
}

describe('Several plans', () => {
	it('go one after the other unless told otherwise', async () => {
		sandbox().set({ delayMs: DELAY });
		await create(ROWS, { options: { ...options, concurrency: undefined } });

		expect(sandbox().plans).toHaveLength(6);
		expect(mostAtOnce()).toBe(1);
	});

	it('go as many at once as wanted and no more, and come out in order', async () => {
		sandbox().set({ delayMs: DELAY });
		const result = await create(ROWS, { options });

		expect(mostAtOnce()).toBe(3);
		expect(result.plans.map(({ PlanName }) => PlanName)).toEqual(NAMES);
		expect(rowsOf(accountOf(result))).toEqual(ALL);
		expect([...sandbox().calls().values()]).toEqual(Array(12).fill(1));
	});

	it('are all noted: the same rows again call nobody', async () => {
		await create(ROWS, { options });
		const { plans } = await create(ROWS, { options });

		expect(plans.map(({ status }) => status)).toEqual(Array(6).fill('alreadySent'));
		expect(planRequests()).toHaveLength(6);
	});

	it('are checked at once and created one after the other when all have to be good', async () => {
		sandbox().set({ delayMs: DELAY });
		await create(ROWS, {
			options: { ...options, contactsPerPlan: 4 },
			invalidContacts: 'createNothing',
		});

		expect(mostAtOnce()).toBe(3);
		const creates = sandbox().requests.filter(
			({ body }) => (body as { Perform?: number })?.Perform === 3,
		);
		const gaps = creates.slice(1).map(({ at }, index) => at - (creates[index]?.at ?? 0));
		expect(creates).toHaveLength(3);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(DELAY);
	});

	it.each([0, 11, 1.5, 'many'])('refuses %p at once', async (concurrency) => {
		const { error } = await create(ROWS, { options: { concurrency } });

		expect(error?.message).toBe(`'Concurrency' is ${concurrency}`);
		expect(planRequests()).toEqual([]);
	});
});

describe('Trouble while several plans are on their way', () => {
	it('starts none after it, and the error accounts for every plan', async () => {
		sandbox().set({ delayMs: DELAY });
		sandbox().misbehave({ on: 'plan', kind: 'hangUpAfter', times: 2 });
		const { error } = await create(ROWS, { options });

		expect(planRequests().length).toBeLessThanOrEqual(4);
		expect(error?.message).toMatch(/It is not known whether plan 'p(-\d)?' \(2 contacts\)/);
		const told = `${error?.message} ${error?.description}`;
		for (const name of planRequests().map(({ PlanName }) => PlanName))
			expect(told).toContain(`'${name}'`);
		expect(told).toMatch(/Not known either, look for them too: 'p-\d' \(2 contacts\)/);
		const left = 6 - planRequests().length;
		expect(told).toContain(`Not sent: ${left} plans with ${2 * left} contacts`);
	});

	it.each(['hangUpAfter', 'hangUpBefore', '500After', 'http403'] as const)(
		'%s: running it again calls nobody twice, and nobody is forgotten without a word',
		async (kind) => {
			sandbox().misbehave({ on: 'plan', kind, skip: 1, times: 2 });
			const node = { onError: 'continueErrorOutput' } as const;
			const first = await create(ROWS, { options }, { node });
			const second = await create(ROWS, { options }, { node });

			for (const result of [first, second]) expect(rowsOf(accountOf(result))).toEqual(ALL);
			expect(accountOf(first).failed).toHaveLength(4);
			expect(accountOf(second).failed).toEqual([]);
			expect(sandbox().maxCalls()).toBe(1);
			expect(sandbox().calls().size).toBe(kind === 'hangUpBefore' ? 8 : 12);
		},
	);

	it('with Retry On Fail, what was created is not created again', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1, times: 2 });
		const node = { retryOnFail: true, maxTries: 4, waitBetweenTries: 1 };
		const { plans } = await create(ROWS, { options }, { node });

		expect(plans.map(({ status, PlanName }) => [status, PlanName])).toEqual(
			NAMES.map((name) => ['created', name]),
		);
		expect(sandbox().maxCalls()).toBe(1);
	});
});
