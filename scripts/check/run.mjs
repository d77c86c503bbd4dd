import assert from 'node:assert/strict';
import { outputsOf, trigger } from '../open/example.mjs';
import { reportLines } from '../open/report.mjs';

/** Runs the example once, as the first thing, and checks what left the node and what the sandbox saw. */
export async function checkRun({ api, workflow, sandbox }, check) {
	let outputs;
	await check('the example runs to its end', async () => {
		outputs = outputsOf(await api.runWorkflow(workflow, trigger));
		return reportLines(outputs).join('\n');
	});
	if (!outputs) return;
	const { plans, rejected } = outputs;
	const state = await sandbox.state();
	const creates = state.requests.filter(({ path }) => path === '/service/cloud/v2/plan');

	await check('all rows went in one request, with a token of the sandbox', () => {
		assert.equal(creates.length, 1, `${creates.length} create-plan requests`);
		assert.ok(creates[0].headers.authorization, 'no Authorization header');
		assert.equal(state.tokenRequests, 1, `${state.tokenRequests} token requests`);
		assert.equal(
			state.plans.length,
			1,
			'the sandbox created no plan, so it did not take the token',
		);
	});
	await check('a plan was created, with the name and task that the sandbox gave it', () => {
		const [{ PlanName, TaskID }] = state.plans;
		assert.deepEqual(
			plans.map(({ json }) => [json.status, json.PlanName, json.TaskID]),
			[['created', PlanName, TaskID]],
		);
	});
	await check('the bad row was rejected with a reason, and would not be called', () => {
		assert.equal(rejected.length, 1, `${rejected.length} rows rejected`);
		const [{ property, reason }] = rejected[0].json.rejection.problems;
		assert.match(property, /^(LoanDate|DueDate)$/);
		assert.ok(reason);
		assert.ok(!Object.keys(state.calls).includes(rejected[0].json.mobile));
	});
	await check('every row is accounted for once, and nobody would be called twice', () => {
		const sent = plans.reduce((sum, { json }) => sum + json.contactsSent, 0);
		assert.equal(sent + rejected.length, 6);
		assert.equal(Object.keys(state.calls).length, sent);
		assert.equal(state.maxCalls, 1);
	});
}
