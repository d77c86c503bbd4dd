import { waitUntil } from '../../scripts/queue/wait.mjs';
import { borrowers } from '../rows.ts';
import { countBy, outcome, PlanWorkflow } from './workflow.mts';
import { useStage } from './world.mts';

const EXECUTIONS = 30;
const SLOW = 10_000;
const stage = useStage('killed worker');

describe('A worker that is killed while its requests are in flight', () => {
	const rows = borrowers(EXECUTIONS);
	let workflow: PlanWorkflow;
	const callAll = async () =>
		await Promise.all(rows.map(async (row) => await workflow.call([row])));

	beforeAll(async () => {
		workflow = await PlanWorkflow.activate(stage, 'Killed worker');
	});

	it('loses no execution: each ends, and those it was at end as errors', async () => {
		const { sandbox, workers } = stage;
		const [victim] = workers;
		const before = await workflow.executions();
		sandbox.misbehave({ on: 'plan', kind: 'slow', delayMs: SLOW, times: 10 });

		const calls = callAll();
		await waitUntil('ten requests are in flight', () => sandbox.plans.length >= 10);
		const { inFlight } = victim;
		await victim.kill();
		await victim.start();
		const answers = await calls;
		const executions = (await workflow.ended(before.length + EXECUTIONS)).slice(0, EXECUTIONS);

		expect(inFlight).toHaveLength(5);
		const failed = executions.filter(({ status }) => status !== 'success');
		expect(failed.map(({ id }) => id).sort()).toEqual([...inFlight].sort());
		expect(countBy(failed, ({ status }) => status)).toEqual({ error: 5 });
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(EXECUTIONS - 5);
		expect(stage.logs()).toMatch(/stalled/);
		expect(sandbox.plans).toHaveLength(EXECUTIONS);
		expect(sandbox.maxCalls()).toBe(1);
	});

	it('has noted what it sent: when everything is run again, nobody is called twice', async () => {
		const { sandbox } = stage;
		const before = await workflow.executions();

		const answers = await callAll();
		const executions = (await workflow.ended(before.length + EXECUTIONS)).slice(0, EXECUTIONS);

		expect(countBy(executions, ({ status }) => status)).toEqual({ success: EXECUTIONS });
		// n8n loses the answer of an execution that ends before n8n begins to wait for it.
		const answered = answers.filter(({ status }) => status !== 'none');
		expect(countBy(answered, outcome)).toEqual({ '200 alreadySent': answered.length });
		expect(answered.length).toBeGreaterThan(EXECUTIONS / 2);
		expect(sandbox.plans).toHaveLength(EXECUTIONS);
		expect(sandbox.maxCalls()).toBe(1);
	});
});
