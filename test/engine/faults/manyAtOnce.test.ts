import { borrower } from '../../rows';
import type { ExpiryKind } from '../../sandbox';
import { keyAndSecret } from '../builders';
import { processedItems } from '../n8n/processedItems';
import { newStore } from '../n8n/run';
import { pasted, useWorld } from './world';

const world = useWorld();
const { sandbox, planRequests, signedIn } = world;

const EXECUTIONS = 50;
const HANDFUL = 5;

/** Fifty executions at the same time, each with its own two rows, that share one credential. */
const manyAtOnce = async (store: Awaited<ReturnType<typeof newStore>>) =>
	await Promise.all(
		Array.from({ length: EXECUTIONS }, async (_, execution) =>
			world.createWith(store, [borrower(2 * execution), borrower(2 * execution + 1)]),
		),
	);

describe('Fifty executions at once', () => {
	it.each<ExpiryKind>(['http401', 'body401'])(
		'share one renewal of an expired token (%s), and each creates its plan once',
		async (kind) => {
			const store = await signedIn();
			sandbox().expireTokens(kind);
			const results = await manyAtOnce(store);

			expect(results.map(({ plans }) => plans[0]?.status)).toEqual(
				Array(EXECUTIONS).fill('created'),
			);
			expect(sandbox().plans).toHaveLength(EXECUTIONS);
			expect(sandbox().calls().size).toBe(2 * EXECUTIONS);
			expect(sandbox().maxCalls()).toBe(1);
			expect(planRequests().length).toBeLessThanOrEqual(2 * EXECUTIONS);
			expect(sandbox().tokenRequests).toBeGreaterThan(0);
			expect(sandbox().tokenRequests).toBeLessThanOrEqual(HANDFUL);
		},
	);

	it('share the first token of a credential that has none', async () => {
		const store = await newStore(keyAndSecret(sandbox()));
		await manyAtOnce(store);

		expect(sandbox().plans).toHaveLength(EXECUTIONS);
		expect(sandbox().maxCalls()).toBe(1);
		expect(sandbox().tokenRequests).toBeLessThanOrEqual(HANDFUL);
	});

	it('all end with an error when the pasted token has expired, and ask for none', async () => {
		const store = await newStore(pasted(sandbox()));
		sandbox().expireTokens('body401');
		const results = await manyAtOnce(store);

		expect(
			results.filter(({ error }) => /token has expired/.test(error?.message ?? '')),
		).toHaveLength(EXECUTIONS);
		expect(planRequests()).toHaveLength(EXECUTIONS);
		expect(sandbox().tokenRequests).toBe(0);
	});

	it('end with an error when the renewed token is not accepted either, without a loop', async () => {
		const store = await signedIn();
		sandbox().misbehave({ on: 'plan', kind: 'http401', times: 100_000 });
		const results = await manyAtOnce(store);

		expect(results.filter(({ error }) => error)).toHaveLength(EXECUTIONS);
		expect(sandbox().plans).toHaveLength(0);
		expect(planRequests().length).toBeLessThanOrEqual(3 * EXECUTIONS);
	});
});

describe('The same rows in many executions at the same instant', () => {
	it('are called once: within a process everybody waits for their turn at the list', async () => {
		const rows = [borrower(1), borrower(2)];
		const store = await signedIn();
		const results = await Promise.all(
			Array.from({ length: EXECUTIONS }, async () => world.createWith(store, rows)),
		);

		const statuses = results.map(({ plans }) => plans[0]?.status);
		expect(statuses.filter((status) => status === 'created')).toHaveLength(1);
		expect(statuses.filter((status) => status === 'alreadySent')).toHaveLength(EXECUTIONS - 1);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('of another process are called once when the service takes a plan name once', async () => {
		sandbox().set({ refuseReusedPlanName: true });
		const rows = [borrower(1), borrower(2)];
		const store = await signedIn();
		await world.createWith(store, rows);
		// The other process has read the list before this one wrote to it.
		processedItems.clear();
		await world.createWith(store, rows);

		expect(planRequests()).toHaveLength(2);
		expect(sandbox().maxCalls()).toBe(1);
	});
});
