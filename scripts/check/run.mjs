import assert from 'node:assert/strict';
import { outputsOf, trigger } from '../open/example.mjs';
import { reportLines } from '../open/report.mjs';

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
