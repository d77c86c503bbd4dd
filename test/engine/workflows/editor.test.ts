import type { INodeOutputConfiguration } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import { aiRudder } from '../n8n/execute';
import { useOlderEngine } from '../n8n/olderEngine';
import { NODE, ourPackage } from '../n8n/run';
import { CREATE, customer, customers, useWorkflows } from './customers';

const { sandbox, create, add, sent } = useWorkflows();

describe('The outputs that the editor shows', () => {
	it.each([
		['plan', 'create', ['Plans', 'Rejected']],
		['plan', 'check', ['Plans', 'Rejected']],
		['workflow', 'create', ['Workflows', 'Rejected']],
		['workflow', 'addContacts', ['Workflows', 'Rejected']],
		['workflow', 'find', [undefined]],
		['task', 'get', [undefined]],
		['strategy', 'list', [undefined]],
	])('of %s %s are %j', async (resource, operation, names) => {
		const { node, nodeTypes } = await ourPackage();
		const ours = aiRudder(NODE, { parameters: { resource, operation } });
		const workflow = new Workflow({ nodes: [ours], connections: {}, active: false, nodeTypes });
		const outputs = NodeHelpers.getNodeOutputs(workflow, ours, node.description);

		expect(outputs.map((output) => (output as INodeOutputConfiguration).displayName)).toEqual(
			names,
		);
	});
});

describe('The description', () => {
	it.each(['create', 'addContacts', 'find'])(
		'says of %s what is not documented publicly, and what to do',
		async (operation) => {
			const { node } = await ourPackage();
			const notices = node.description.properties.filter(
				({ type, displayOptions }) =>
					type === 'notice' &&
					displayOptions?.show?.resource?.includes('workflow') &&
					displayOptions.show.operation?.includes(operation),
			);

			expect(notices).toHaveLength(1);
			expect(notices[0]?.displayName).toMatch(/document.* ask (AI Rudder|it) for/);
		},
	);
});

describe('Run by the declarative engine', () => {
	useOlderEngine();

	it('makes a workflow of one row, and adds one row', async () => {
		const { outputs, error } = await create([customer(1)]);
		const id = sandbox().workflows[0]?.workflow_id;
		const added = await add([customer(2)], id);

		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{
				json: {
					workflow_id: id,
					status: 'created',
					notice: expect.stringMatching(/which workflows/),
				},
				pairedItem: [{ item: 0 }],
			},
		]);
		expect(added.outputs[0]).toMatchObject([{ json: { workflow_id: id, status: 'added' } }]);
		expect(sandbox().workflows[0]?.details).toHaveLength(2);
	});

	it('refuses several rows instead of creating a workflow for each', async () => {
		const { error } = await create(customers(2));

		expect(error?.message).toBe('This n8n cannot put several rows into one workflow');
		expect(sent(CREATE)).toEqual([]);
	});
});
