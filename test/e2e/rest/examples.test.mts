import { readdir, readFile } from 'node:fs/promises';
import { withCredential } from '../../../scripts/open/example.mjs';
import type { Workflow } from '../workflows.mts';
import { useStage } from '../world.mts';

const stage = useStage('examples');

/** What each example does when it is run as it is: the items of each of its nodes, by output. */
const expected: Record<string, Record<string, object[][]>> = {
	'rows-to-plan.json': {
		Created: [[{ status: 'created', contactsReceived: 5, contactsSent: 5, contactsRejected: 0 }]],
		Rejected: [
			[
				{
					Debtor: 'Dan Invented',
					rejection: { by: 'check', problems: [{ property: 'DueDate' }] },
				},
			],
		],
	},
};

/** Those that a notification starts, and where they are run. */
const elsewhere = { 'call-results.json': 'loop.test.mts' };

const files = (await readdir('examples')).filter((name) => name.endsWith('.json'));

it('each example has an expectation', () => {
	expect(files.sort()).toEqual([...Object.keys(expected), ...Object.keys(elsewhere)].sort());
});

it.each(Object.keys(expected))('%s runs as it is', async (file) => {
	const { api, credential, sandbox } = stage;
	const example = JSON.parse(await readFile(`examples/${file}`, 'utf8')) as Workflow;
	const workflow = await api.putWorkflow(withCredential(example, credential));
	const [trigger] = example.nodes.filter(({ type }) => type.endsWith('.manualTrigger'));
	const { status, error, runData } = await api.runWorkflow(workflow, trigger?.name);

	expect([status, error?.message]).toEqual(['success', undefined]);
	for (const [node, outputs] of Object.entries(expected[file] ?? {})) {
		const items = runData[node]
			?.at(-1)
			?.data?.main.map((list: Array<{ json: object }> | null) =>
				(list ?? []).map(({ json }) => json),
			);
		expect({ [node]: items }).toMatchObject({ [node]: outputs });
	}
	expect(sandbox.maxCalls()).toBe(1);
	for (const { PlanName, TaskID } of sandbox.plans) {
		expect(JSON.stringify(runData)).toContain(JSON.stringify({ PlanName, TaskID }).slice(1, -1));
	}
});
