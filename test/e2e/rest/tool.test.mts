import { withCredential } from '../../../scripts/open/example.mjs';
import { createPlan, eachBelow } from '../../engine/builders.ts';
import { borrower } from '../../rows.ts';
import type { Node } from '../workflows.mts';
import { aiRudder, chain, manualStart, start, unique } from '../workflows.mts';
import { useStage, world } from '../world.mts';
import type { FakeModel } from './fakeModel.mts';
import { startModel } from './fakeModel.mts';

const stage = useStage('as a tool');

let model: FakeModel;
let openAi: { id: string; name: string };
beforeAll(async () => {
	model = await startModel();
	const data = { apiKey: 'none', url: model.url };
	openAi = await stage.api.putCredential({ name: 'Fake model', type: 'openAiApi', data });
});
afterAll(async () => await model.close());

const AUTH = '/service/cloud/auth';
const PLAN = '/service/cloud/v2/plan';

const langchain = '@n8n/n8n-nodes-langchain';

/** Has an agent call the node under test with these arguments, one call after the other. */
async function agent(
	typeVersion: number,
	parameters: Node['parameters'],
	calls: object[],
): Promise<unknown[]> {
	model.script.splice(0, Infinity, ...calls);
	const { api, credential } = stage;
	const workflow = chain(`${unique} ${expect.getState().currentTestName}`.slice(0, 120), [
		manualStart,
		{
			name: 'AI Agent',
			type: `${langchain}.agent`,
			typeVersion,
			parameters: { promptType: 'define', text: 'Use the tool', options: {} },
		},
	]);
	const attached: Array<[string, Node]> = [
		[
			'ai_languageModel',
			{
				name: 'Model',
				type: `${langchain}.lmChatOpenAi`,
				typeVersion: 1.2,
				parameters: { model: { __rl: true, mode: 'id', value: 'fake' }, options: {} },
				credentials: { openAiApi: openAi },
			},
		],
		['ai_tool', { ...aiRudder(parameters), type: 'n8n-nodes-airudder.aiRudderTool' }],
	];
	for (const [type, node] of attached) {
		const [placed] = chain('', [node]).nodes;
		if (placed) workflow.nodes.push({ ...placed, id: `${type}-1` });
		workflow.connections[node.name] = { [type]: [[{ node: 'AI Agent', type, index: 0 }]] } as never;
	}
	const put = await api.putWorkflow(withCredential(workflow, credential));
	const { status, error } = await api.runWorkflow(put, start);
	return [status, error?.message];
}

const SUCCESS = ['success', undefined];

/** Every property is for the agent to fill in. */
const contacts = eachBelow(
	Object.fromEntries(
		Object.keys(borrower(1)).map((name) => [name, `={{ $fromAI('${name}', '', 'string') }}`]),
	),
);
const person = Object.fromEntries(
	Object.entries(borrower(1)).map(([name, value]) => [name, String(value)]),
);

/** The versions of the AI Agent: the one that the editor takes, and one that runs its tools itself. */
const versions = {
	newest: async () => {
		const types: Array<{ name: string; version: number | number[]; defaultVersion?: number }> =
			await stage.api.request('GET', '/types/nodes.json');
		const [agentType] = types.filter(({ name }) => name === `${langchain}.agent`);
		return agentType?.defaultVersion ?? Math.max(...[agentType?.version ?? []].flat());
	},
	older: async () => await Promise.resolve(1.7),
};

/** This n8n does not run declarative nodes that have drop-down lists as tools: nothing happens. */
const doesNothing = world.version === '1.85.4';

function expectAnswers(answers: string[], requests: string[]) {
	expect(model.answers()).toEqual(
		answers.map((text) => (doesNothing ? '' : expect.stringContaining(text))),
	);
	const paths = new Set(stage.sandbox.requests.map(({ path }) => path));
	expect([...paths].sort()).toEqual(doesNothing ? [] : requests);
}

describe.each(['newest', 'older'] as const)('the %s AI Agent', (age) => {
	let version: number;
	beforeAll(async () => {
		version = await versions[age]();
	});

	it('gets an answer from List Strategies', async () => {
		const parameters = { resource: 'strategy', operation: 'list' };
		expect(await agent(version, parameters, [{}])).toEqual(SUCCESS);
		expectAnswers(['test_test_1'], [AUTH, '/service/cloud/v2/strategy']);
	});

	it('gets an answer from Check Contacts, which calls nobody', async () => {
		const parameters = createPlan({ operation: 'check', contacts });
		expect(await agent(version, parameters, [person])).toEqual(SUCCESS);
		expectAnswers(['"checked"'], [AUTH, PLAN]);
		expect(stage.sandbox.maxCalls()).toBe(0);
	});

	it('is stopped when it has more people called than the tool allows', async () => {
		const options = { agentLimit: 1 };
		const other = { ...person, Mobile: String(borrower(2).Mobile) };
		const refused = 'Nothing of this call was sent: an AI agent may have 1 contact';
		const ended = await agent(version, createPlan({ contacts, options }), [person, other]);
		if (age === 'newest' && world.version === '1.123.81') {
			// There an error of a tool ends the execution.
			expect(ended).toEqual(['error', expect.stringContaining(refused)]);
		} else {
			expect(ended).toEqual(SUCCESS);
			// Of an error an older agent tells its model nothing.
			expectAnswers(['PlanName', age === 'newest' ? refused : ''], [AUTH, PLAN]);
		}
		expect([...stage.sandbox.calls()]).toEqual(doesNothing ? [] : [[person.Mobile, 1]]);
	});

	it('that calls Create Plan twice with the same person has the person called once', async () => {
		const ended = await agent(version, createPlan({ contacts }), [person, person]);
		expect(ended).toEqual(SUCCESS);
		expectAnswers(['PlanName', 'PlanName'], [AUTH, PLAN]);
		expect([...stage.sandbox.calls()]).toEqual(doesNothing ? [] : [[person.Mobile, 1]]);
	});
});
