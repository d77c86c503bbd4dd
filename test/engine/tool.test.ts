import type { INode, INodeExecutionData } from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers } from 'n8n-workflow';
import { borrower, borrowers } from '../rows';
import { createPlan, keyAndSecret } from './builders';
import type { RunOptions } from './n8n/run';
import { NODE, ourPackage, run } from './n8n/run';
import { useSandbox } from './sandboxed';
import { ADD, customers } from './workflows/customers';

const { sandbox } = useSandbox();

const TOOL: Partial<INode> = {
	type: 'n8n-nodes-airudder.aiRudderTool',
	rewireOutputLogTo: NodeConnectionTypes.AiTool,
};

/** What an agent reads: of a tool that n8n's engine runs for it, the first output alone. */
async function ask(
	rows: object[],
	parameters: RunOptions['parameters'],
	settings: Partial<INode> = {},
) {
	const node = { ...TOOL, ...settings };
	const { saved } = await run({ rows, parameters, credentials: keyAndSecret(sandbox()), node });
	const { resultData } = JSON.parse(saved);
	const items: INodeExecutionData[] = resultData.runData[NODE]?.[0]?.data?.ai_tool?.[0] ?? [];
	return items.map(({ json }) => json);
}

const answer = async (row: object, parameters: RunOptions['parameters']) =>
	await ask([row], createPlan(parameters));

describe.each(['check', 'create'])('As the tool of an agent, %s', (operation) => {
	it('answers with the plan', async () => {
		const status = operation === 'check' ? 'checked' : 'created';
		expect(await answer(borrower(1), { operation })).toMatchObject([{ status }]);
	});

	it('answers with the reasons of a contact that is refused here', async () => {
		expect(await answer(borrower(1, { Mobile: '' }), { operation })).toMatchObject([
			{ rejection: { by: 'check', problems: [{ property: 'Mobile' }] } },
		]);
	});

	it('answers with the reasons of a contact that AI Rudder refuses', async () => {
		sandbox().set({ alsoReject: [borrower(1).Mobile] });
		expect(await answer(borrower(1), { operation })).toMatchObject([
			{ contactsSent: 0 },
			{ rejection: { by: 'service' } },
		]);
	});

	it('answers briefly', async () => {
		const [item = {}] = await answer(borrower(1), { operation });
		expect(JSON.stringify(item).length).toBeLessThan(400);
	});
});

const workflow = {
	resource: 'workflow',
	callee: '',
	caseId: '={{ $json.case_id }}',
	variableMapping: 'columns',
	options: {},
};

describe('An agent that makes rows up', () => {
	const create = { templateId: '77', name: 'a', endTime: '2099-12-31T18:00:00' };
	it.each([
		['Create Plan', borrowers(101), createPlan()],
		['Create Workflow', customers(101), { ...workflow, operation: 'create', ...create }],
		[
			'Add Contacts',
			customers(101),
			{ ...workflow, operation: 'addContacts', workflowId: 'a', path: ADD },
		],
	])('is stopped before anything is sent: %s', async (_, rows, parameters) => {
		expect(await ask(rows, parameters)).toEqual([
			{
				error: expect.stringMatching(
					/^Nothing of this call was sent: an AI agent may have 100 contacts called.*it sent 0 rows before.*101 rows/,
				),
			},
		]);
		expect(sandbox().requests.filter(({ path }) => !path.endsWith('/auth'))).toEqual([]);
	});

	it('may have as many people called as the user allows', async () => {
		const options = { agentLimit: 101 };
		expect(await ask(borrowers(101), createPlan({ options }))).toMatchObject([
			{ contactsSent: 101 },
		]);
		expect(await ask(borrowers(2), createPlan({ options: { agentLimit: 1 } }))).toMatchObject([
			{ error: expect.stringContaining('1 contact called') },
		]);
	});

	it('may check any number, and nobody else is limited', async () => {
		expect(await ask(borrowers(101), createPlan({ operation: 'check' }))).toMatchObject([
			{ status: 'checked', contactsReceived: 101 },
		]);
		const settings = { rewireOutputLogTo: undefined, type: 'n8n-nodes-airudder.aiRudder' };
		await ask(borrowers(101), createPlan({ options: { agentLimit: 1 } }), settings);
		expect(sandbox().calls().size).toBe(101);
	});
});

describe('What the user decides and no agent', () => {
	it.each([
		['Most Contacts per Execution', { agentLimit: "={{ $fromAI('limit') }}" }],
		['Send Again', { resend: "={{ $fromAI('again') }}" }],
	])('is %s', async (label, options) => {
		const [item] = await ask([borrower(1)], createPlan({ options }));

		expect(item?.error).toBe(`Nothing was sent: '${label}' is not for an AI agent to decide`);
		expect(sandbox().plans).toEqual([]);
	});
});

describe('The number of its call, which n8n adds to the row of an agent', () => {
	it.each([
		['plan', createPlan({ contactType: 'custom', customMapping: 'columns' }), borrower(1)],
		[
			'workflow',
			{
				...workflow,
				operation: 'create',
				templateId: '77',
				name: 'a',
				endTime: '2099-12-31T18:00:00',
			},
			customers(1)[0],
		],
	])('makes the same person no other contact: %s', async (_, parameters, row) => {
		sandbox().set({ product: 'other' });
		const first = await ask([{ ...row, toolCallId: 'call_1' }], parameters);
		const second = await ask([{ ...row, toolCallId: 'call_2' }], parameters);

		expect(first).toMatchObject([{ status: 'created' }]);
		expect(second).toMatchObject([{ status: 'alreadySent' }]);
	});
});

describe('The option that raises the limit', () => {
	it('is shown for a tool alone', async () => {
		const { node } = await ourPackage();
		const option = node.description.properties
			.flatMap(({ options = [] }) => options)
			.find(({ name }) => name === 'agentLimit');
		const shownFor = (name: string) =>
			option !== undefined &&
			NodeHelpers.displayParameter({}, option as never, null, { ...node.description, name });

		expect(shownFor('aiRudderTool')).toBe(true);
		expect(shownFor('aiRudder')).toBe(false);
	});
});
