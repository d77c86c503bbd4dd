import type { INode } from 'n8n-workflow';
import { NEEDS_NEWER, OUTSIDE } from './outside';
import { problemsOf } from './problems';
import type { Example } from './read';
import { files, nodeOf, readExample } from './read';

it.each(files)('%s can be imported, and says what it does', async (file) => {
	expect(await problemsOf(readExample(file))).toEqual([]);
});

it.each(files)('%s opens in n8n 1.85, unless its note says otherwise', (file) => {
	const example = readExample(file);
	const newer = example.nodes.some(({ type }) => OUTSIDE[type]?.since === '1.123');

	expect(newer).toBe(NEEDS_NEWER.includes(file));
	if (newer) expect(String(nodeOf(example, 'Note').parameters.content)).toContain('n8n 1.123');
});

it('nodes of other packages that are allowed are used', () => {
	const used = files.flatMap((file) => readExample(file).nodes.map(({ type }) => type));

	expect(Object.keys(OUTSIDE).filter((type) => !used.includes(type))).toEqual([]);
});

it('the agent cannot call anybody', () => {
	const { nodes } = readExample('ai-agent-checks.json');
	const operations = nodes
		.filter(({ type }) => type.endsWith('.aiRudderTool'))
		.map(({ parameters }) => parameters.operation);

	expect(operations).toEqual(['check', 'list']);
});

const change = (name: string, what: Partial<INode>) => (example: Example) => {
	Object.assign(nodeOf(example, name), what);
};
const set = (name: string, parameters: object) => (example: Example) => {
	Object.assign(nodeOf(example, name).parameters, parameters);
};

const broken: Array<[string, (example: Example) => void, string]> = [
	['an unknown parameter', set('Create Plan', { limit: 5 }), 'unknown or hidden: limit'],
	[
		'an unknown option',
		set('Create Plan', { options: { plan: 'a' } }),
		'unknown or hidden: options.plan',
	],
	[
		'a parameter that is not shown',
		set('Create Plan', { customMapping: 'columns' }),
		'unknown or hidden: customMapping',
	],
	['no line', set('Create Plan', { sipLine: '' }), '"SIP Line" is required'],
	['an unknown property', set('Create Plan', mapping({ Phone: '' })), 'no property Phone'],
	['a property that is not mapped', set('Create Plan', mapping({})), 'no Mobile'],
	['a node that is not there', change('Created', { name: 'Made' }), 'leads to Created, not there'],
	['a third output', thirdOutput, 'Create Plan: no such output'],
	[
		'a credential',
		change('Created', { credentials: { a: { id: '1', name: 'a' } } }),
		'credentials',
	],
	['a real number', set('Created', { to: '+1 415 222 3344' }), '14152223344'],
	['a newer node', change('Created', { typeVersion: 9 }), 'noOp 9 is not allowed'],
	['a node of no package', change('Create Plan', { type: 'n8n-nodes-airudder.call' }), 'has no'],
	['no note', change('Note', { type: 'n8n-nodes-base.noOp' }), 'not one sticky note'],
	['a node under the note', change('Created', { position: [0, 0] }), 'Created: under the note'],
	['two nodes in one place', change('Created', { position: [900, 220] }), 'too near'],
];

it.each(broken)('%s would be noticed', async (_what, breakIt, problem) => {
	const example = readExample('rows-to-plan.json');
	breakIt(example);

	expect((await problemsOf(example)).join('\n')).toContain(problem);
});

function mapping(value: object) {
	return { contacts: { mappingMode: 'defineBelow', value } };
}

function thirdOutput({ connections }: Example) {
	connections['Create Plan']?.main?.push([{ node: 'Created', type: 'main', index: 0 }]);
}
