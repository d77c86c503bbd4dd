import { waitUntil } from '../../scripts/queue/wait.mjs';
import { borrowers } from '../rows.ts';
import { countBy, outcome, PlanWorkflow } from './workflow.mts';
import { useStage } from './world.mts';

const EXECUTIONS = 20;
const stage = useStage('ended worker');

it('A worker that is asked to end finishes its executions, and the other one does the rest', async () => {
	const { sandbox, workers } = stage;
	const [leaving] = workers;
	const workflow = await PlanWorkflow.activate(stage, 'Ended worker');
	sandbox.misbehave({ on: 'plan', kind: 'slow', delayMs: 5_000, times: 10 });

	const calls = Promise.all(borrowers(EXECUTIONS).map(async (row) => await workflow.call([row])));
	await waitUntil('ten requests are in flight', () => sandbox.plans.length >= 10);
	const { inFlight } = leaving;
	await leaving.stop();

	expect(inFlight).toHaveLength(5);
	expect(leaving.inFlight).toEqual([]);
	expect(countBy(await calls, outcome)).toEqual({ '200 created': EXECUTIONS });
	expect(sandbox.plans).toHaveLength(EXECUTIONS);
	expect(sandbox.maxCalls()).toBe(1);
});
