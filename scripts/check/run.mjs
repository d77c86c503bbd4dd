import assert from 'node:assert/strict';
import { outputsOf, trigger } from '../open/example.mjs';
import { reportLines } from '../open/report.mjs';
import { playResults, resultLines } from '../open/results.mjs';

/** Runs the example, and checks that the sandbox got what left the node. test/e2e checks more. */
export async function runExample({ api, workflow, sandbox }) {
	const outputs = outputsOf(await api.runWorkflow(workflow, trigger));
	const created = outputs.plans.map(({ json }) => json.PlanName);
	const { plans } = await sandbox.state();
	assert.ok(plans.length > 0, 'the sandbox got no plan');
	assert.deepEqual(
		created,
		plans.map(({ PlanName }) => PlanName),
	);
	return reportLines(outputs).join('\n');
}

/** Plays the calls of the plan, and checks that the result of each reached the table once. */
export async function playExample(running) {
	const [plan] = (await running.sandbox.state()).plans;
	const rows = await playResults(running, plan.PlanName);
	const { calls } = await running.sandbox.state();
	assert.deepEqual(rows.map(({ number }) => number).sort(), Object.keys(calls).sort());
	return resultLines(rows).join('\n');
}
