import { createEmptyRunExecutionData, createRunExecutionData } from 'n8n-workflow';
import { borrower, borrowers } from '../rows';
import { createPlan, keyAndSecret } from './builders';
import { callAtOnce } from './n8n/calls';
import type { RunOptions } from './n8n/run';
import { useSandbox } from './sandboxed';

const { sandbox } = useSandbox();

const execution = () => createRunExecutionData({ executionData: {} });

/** What became of each call: its items, or why there are none. */
async function call(
	rows: object[],
	parameters: RunOptions['parameters'] = {},
	runData = execution(),
) {
	const account = keyAndSecret(sandbox());
	const calls = await callAtOnce(rows, createPlan(parameters) as never, account, runData);
	return calls.map((one) =>
		one.status === 'fulfilled'
			? one.value.flat().map(({ json }) => json)
			: String((one.reason as Error).message),
	);
}

describe('An older agent that calls the node several times at once', () => {
	it('has nobody called twice', async () => {
		await call([borrower(1), borrower(1), borrower(1)]);

		expect(sandbox().callsTo(borrower(1).Mobile)).toBe(1);
	});

	it('has each of several people called once', async () => {
		const results = await call(borrowers(4));

		expect(results.flat()).toHaveLength(4);
		expect([...sandbox().calls().values()]).toEqual([1, 1, 1, 1]);
	});

	it('has no more people called than the user allows', async () => {
		const results = await call(borrowers(4), { options: { agentLimit: 2 } });

		expect(sandbox().calls().size).toBe(2);
		expect(
			results.filter((result) => /^Nothing of this call was sent/.test(String(result))),
		).toEqual(
			Array(2).fill(expect.stringContaining('it sent 2 rows before and this call brings 1 row')),
		);
	});

	it('is told of a repeated call what came of the first, with the limit reached as well', async () => {
		const runData = execution();
		const options = { agentLimit: 1 };
		await call([borrower(1)], { options }, runData);
		const [again] = await call([borrower(1)], { options }, runData);

		expect(again).toMatchObject([{ status: 'created', contactsSent: 1 }]);
		expect(sandbox().callsTo(borrower(1).Mobile)).toBe(1);
	});
});

describe("Where n8n runs the node outside of any execution, as n8n's own Agents do", () => {
	it('nobody is called, because nothing would be remembered', async () => {
		const [result] = await call([borrower(1)], {}, createEmptyRunExecutionData());

		expect(result).toMatch(/^Nothing was sent: n8n keeps nothing from one call to the next here/);
		expect(sandbox().plans).toEqual([]);
	});

	it('contacts are checked', async () => {
		const parameters = { operation: 'check' };
		const [result] = await call([borrower(1)], parameters, createEmptyRunExecutionData());

		expect(result).toMatchObject([{ status: 'checked' }]);
	});
});
