import { borrower } from '../rows.ts';
import { countBy, outcome, PlanWorkflow } from './workflow.mts';
import { useStage } from './world.mts';

const EXECUTIONS = 200;
const stage = useStage('many executions');

const rowsOf = (execution: number) => [borrower(2 * execution), borrower(2 * execution + 1)];

describe('200 executions at once', () => {
	let workflow: PlanWorkflow;
	const callAll = async () =>
		await Promise.all(Array.from({ length: EXECUTIONS }, (_, i) => workflow.call(rowsOf(i))));

	beforeAll(async () => {
		workflow = await PlanWorkflow.activate(stage, 'Many executions');
	});

	it('make each plan once, on both workers, with a token that had expired', async () => {
		const { sandbox, workers } = stage;
		await workflow.call(rowsOf(EXECUTIONS));
		expect(sandbox.tokenRequests).toBe(1);
		sandbox.expireTokens('http401');
		const before = workers.map(({ executions }) => executions.length);

		const since = Date.now();
		const answers = await callAll();
		const seconds = (Date.now() - since) / 1000;

		expect(countBy(answers, outcome)).toEqual({ '200 created': EXECUTIONS });
		expect(sandbox.plans).toHaveLength(EXECUTIONS + 1);
		expect(sandbox.calls().size).toBe(2 * EXECUTIONS + 2);
		expect(sandbox.maxCalls()).toBe(1);
		const share = workers.map(({ executions }, i) => executions.length - (before[i] ?? 0));
		expect(share.reduce((sum, executions) => sum + executions)).toBe(EXECUTIONS);
		console.log(
			`${EXECUTIONS} executions in ${seconds} s, on the workers ${share.join(' + ')}; resident memory ${workers.map(({ memory }) => memory).join(' + ')} MiB`,
		);
		for (const executions of share) expect(executions).toBeGreaterThan(EXECUTIONS / 10);
		// One for each worker; another where an execution read the credential just before it was stored.
		expect(sandbox.tokenRequests - 1).toBeLessThanOrEqual(4);
	});

	it('send nothing when everything is run again', async () => {
		const { sandbox } = stage;
		const tokenRequests = sandbox.tokenRequests;

		const answers = await callAll();

		expect(countBy(answers, outcome)).toEqual({ '200 alreadySent': EXECUTIONS });
		expect(sandbox.maxCalls()).toBe(1);
		expect(sandbox.tokenRequests).toBe(tokenRequests);
	});
});
