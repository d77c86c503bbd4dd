import { readdir, readFile } from 'node:fs/promises';
import { withCredential } from '../../../scripts/open/example.mjs';
import type { Workflow } from '../workflows.mts';
import { useStage, world } from '../world.mts';
import type { Case } from './exampleCases.mts';
import { cases } from './exampleCases.mts';

const stage = useStage('examples');

/** Those that a notification or a chat starts, and where they are run. */
const elsewhere = {
	'ai-agent-checks.json': 'tool.test.mts, test/engine/examples/rows.test.ts',
	'call-results.json': 'loop.test.mts',
	'plan-finished-to-slack.json': 'test/engine/examples/notifications.test.ts',
	'recordings-to-storage.json': 'test/engine/examples/notifications.test.ts',
};

const files = (await readdir('examples')).filter((name) => name.endsWith('.json'));

it('each example has an expectation', () => {
	const expected = new Set(cases.map(({ file }) => file));
	expect(files.sort()).toEqual([...expected, ...Object.keys(elsewhere)].sort());
});

/** n8n 1.85 has no data tables. */
const runnable = cases.filter(({ dataTables }) => !dataTables || world.version !== '1.85.4');

it.each(runnable)('$file: $what', async ({ file, pinned, calls, items }: Case) => {
	const { api, credential, sandbox } = stage;
	const example = JSON.parse(await readFile(`examples/${file}`, 'utf8')) as Workflow;
	const pinData = Object.fromEntries(
		Object.entries(pinned).map(([node, rows]) => [node, rows.map((json) => ({ json }))]),
	);
	const put = await api.putWorkflow({ ...withCredential(example, credential), pinData });
	const { status, error, runData } = await api.runWorkflow({ ...put, pinData }, startOf(example));

	expect([status, error?.message]).toEqual(['success', undefined]);
	for (const [node, outputs] of Object.entries(items)) {
		const left = runData[node]
			?.at(-1)
			?.data?.main.map((list: Array<{ json: object }> | null) =>
				(list ?? []).map(({ json }) => json),
			);
		expect({ [node]: left }).toMatchObject({ [node]: outputs });
	}
	expect(Object.keys(runData)).toEqual(expect.arrayContaining(Object.keys(items)));
	expect(sandbox.maxCalls()).toBe(calls);
	for (const { PlanName, TaskID } of sandbox.plans) {
		expect(JSON.stringify(runData)).toContain(JSON.stringify({ PlanName, TaskID }).slice(1, -1));
	}
});

/** The first node that nothing leads to, apart from the note. */
function startOf({ nodes, connections }: Workflow): string {
	const reached = Object.values(connections).flatMap(({ main = [] }) =>
		main.flatMap((links) => (links ?? []).map(({ node }) => node)),
	);
	const start = nodes.find(
		({ name, type }) => !type.endsWith('.stickyNote') && !reached.includes(name),
	);
	if (!start) throw new Error('The example has no start');
	return start.name;
}
