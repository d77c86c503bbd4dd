import type { IDataObject } from 'n8n-workflow';
import { borrower } from '../rows';
import { keyAndSecret } from './builders';
import { ourPackage, run } from './n8n/run';
import { differences, schemaFiles, schemaOf, unseen } from './outputSchema';
import { useSandbox } from './sandboxed';
import { customer } from './workflows/customers';

const { sandbox } = useSandbox();

type Parameters = Record<string, unknown>;

async function items(rows: object[], parameters: Parameters): Promise<IDataObject[]> {
	const credentials = keyAndSecret(sandbox());
	const { outputs, error } = await run({ rows, parameters: parameters as never, credentials });
	if (error) throw new Error(error.message);
	// As n8n keeps them.
	return JSON.parse(JSON.stringify(outputs.flat().map(({ json }) => json)));
}

const plan = { resource: 'plan', strategy: { __rl: true, mode: 'name', value: 'other' } };
const plans = async (operation: string, options: object = {}) => {
	const rows = [borrower(1), borrower(2), borrower(3, { Mobile: '' })];
	sandbox().set({ alsoReject: [borrower(2).Mobile] });
	const contacts = { mappingMode: 'autoMapInputData', value: null };
	return await items(rows, { ...plan, operation, sipLine: 'LINE', contacts, options });
};

const contacts = { callee: '', variableMapping: 'columns', options: {} };
const newWorkflow = { templateId: '77', name: 'january', endTime: '2099-12-31T18:00:00' };
const customers = async (parameters: Parameters) =>
	await items([customer(1), customer(2), customer(3, { callee: '' })], {
		resource: 'workflow',
		...contacts,
		...parameters,
	});

const today = new Date().toISOString().slice(0, 10);

/** Everything that an operation gives, in several runs where one does not show all of it. */
const OUTPUTS: Record<string, () => Promise<IDataObject[]>> = {
	'plan/check': async () => await plans('check', { date: today }),
	'plan/create': async () => [
		...(await plans('create', { date: today })),
		...(await plans('create')),
	],
	'recording/download': async () =>
		await items([{}], {
			resource: 'recording',
			operation: 'download',
			source: 'link',
			link: `${sandbox().url}/recordings/call-17.wav`,
			binaryPropertyName: 'data',
		}),
	'strategy/list': async () => await items([{}], { resource: 'strategy', operation: 'list' }),
	'workflow/addContacts': async () => {
		sandbox().set({ alsoReject: [customer(2).callee] });
		await customers({ operation: 'create', ...newWorkflow, options: { resend: true } });
		const [workflow] = sandbox().workflows;
		const path = '/service/cloud/workflow/uploaddetails';
		const workflowId = workflow?.workflow_id;
		return await customers({ operation: 'addContacts', workflowId, path });
	},
	'workflow/create': async () => {
		sandbox().set({ alsoReject: [customer(2).callee] });
		return await customers({ operation: 'create', ...newWorkflow });
	},
};

/** What these give is what AI Rudder replies, which is not known. */
const UNKNOWN = ['task/cancelNumber', 'task/get', 'task/getAll', 'task/stop', 'workflow/find'];

describe('The preview of what an operation gives', () => {
	it('is there for each whose items are known', () => {
		expect(schemaFiles('AiRudder')).toEqual(Object.keys(OUTPUTS).sort());
	});

	it('is left out for the others alone', async () => {
		const { node } = await ourPackage();
		const operations = node.description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ displayOptions, options = [] }) =>
				options.map(
					(option) => `${displayOptions?.show?.resource}/${'value' in option && option.value}`,
				),
			);
		expect([...schemaFiles('AiRudder'), ...UNKNOWN].sort()).toEqual(operations.sort());
	});

	it.each(Object.keys(OUTPUTS))('%s has all fields, and no other', async (operation) => {
		const schema = schemaOf('AiRudder', operation);
		const given = (await OUTPUTS[operation]?.()) ?? [];

		expect(given.length).toBeGreaterThan(0);
		// Fields of the rows themselves, and what a service adds to a strategy, are the user's own.
		const own = [...Object.keys(borrower(1)), ...Object.keys(customer(1)), 'Strategy', 'Rounds'];
		expect(given.flatMap((item) => differences(schema, item, own))).toEqual([]);
		expect(unseen(schema, given)).toEqual([]);
	});
});
