import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { borrowers } from '../rows';
import { createPlan, keyAndSecret, STRATEGY } from './builders';
import type { RunOptions } from './n8n/run';
import { processedItems } from './n8n/processedItems';
import { run } from './n8n/run';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ strategies: [STRATEGY, 'other'] });
});
afterEach(() => {
	sandbox.reset();
	processedItems.clear();
});
afterAll(async () => await sandbox.close());

const create = async (rows: object[], options: Partial<RunOptions> = {}) =>
	await run({ rows, parameters: createPlan(), credentials: keyAndSecret(sandbox), ...options });

const planRequests = () => sandbox.requests.filter(({ path }) => path === '/service/cloud/v2/plan');

describe('Create Plan', () => {
	it('turns three rows into one request with three contacts', async () => {
		const { plans, rejected, outputs, hints, error } = await create(borrowers(3));

		expect(error).toBeUndefined();
		expect(planRequests()).toHaveLength(1);
		expect(planRequests()[0]?.body).toMatchObject({
			Strategy: STRATEGY,
			SIPLine: 'LIVEDEMO_CH_SOFTPHONE_LINE',
			Perform: 1,
			Details: borrowers(3),
		});
		expect(plans).toEqual([
			{
				PlanName: expect.stringMatching(/^n8n-\d{4}-\d{2}-\d{2}-[0-9a-f]{20}$/),
				TaskID: expect.stringMatching(/^[0-9a-f]{32}$/),
				status: 'created',
				strategy: STRATEGY,
				sipLine: 'LIVEDEMO_CH_SOFTPHONE_LINE',
				date: null,
				contactsReceived: 3,
				contactsSent: 3,
				contactsRejected: 0,
			},
		]);
		expect(rejected).toEqual([]);
		expect(outputs[0]?.[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(hints).toEqual(['1 plan created, 3 of 3 contacts sent, 0 rejected']);
	});

	it('cuts 12,001 rows into three plans with different names, each paired with its rows', async () => {
		const { plans, outputs } = await create(borrowers(12_001));

		expect(plans.map(({ contactsReceived }) => contactsReceived)).toEqual([5000, 5000, 2001]);
		const names = plans.map(({ PlanName }) => String(PlanName));
		expect(new Set(names).size).toBe(3);
		expect(names.every((name) => name.length <= 54)).toBe(true);
		const pairs = outputs[0]?.map(({ pairedItem }) =>
			(pairedItem as { item: number }[]).map(({ item }) => item),
		);
		expect(pairs?.flat()).toEqual([...Array(12_001).keys()]);
		expect(pairs?.map((rows) => rows.length)).toEqual([5000, 5000, 2001]);
		expect(sandbox.maxCalls()).toBe(1);
	});

	it('sends the token as the service wants it', async () => {
		await create(borrowers(1));

		expect(planRequests()[0]?.headers.authorization).toMatch(/^Token \S+$/);
		expect(sandbox.tokenRequests).toBe(1);
	});
});
