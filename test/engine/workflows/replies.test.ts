import { keyAndSecret } from '../builders';
import { startService } from '../faults/otherServer';
import { customers, useWorkflows } from './customers';

const { sandbox, create, add } = useWorkflows();

/** Runs against a service that answers everything but sign-in with this. */
async function against(data: unknown, operation: typeof create) {
	const server = await startService(() => ({ status: 200, body: { code: 200, data } }));
	const credentials = { ...keyAndSecret(sandbox()), baseUrl: server.url };
	const result = await operation(customers(2), {}, { credentials });
	await server.close();
	return result;
}

describe('A reply to Create', () => {
	it.each([
		[{ workflow_id: 42 }, 42],
		[{ workflow_id: 'w-1', detail_error_list: null }, 'w-1'],
	])('%j gives the ID as it is', async (data, id) => {
		expect((await against(data, create)).plans).toMatchObject([
			{ workflow_id: id, status: 'created', contactsSent: 2 },
		]);
	});

	it.each([null, [], {}, { workflow_id: '' }, { detail_error_list: ['row 1: bad'] }])(
		'%j does not say what became of the workflow',
		async (data) => {
			const { error } = await against(data, create);

			expect(error?.message).toMatch(
				/^It is not known whether workflow 'january' .*not what became of the workflow$/,
			);
		},
	);
});

describe('A reply to Add Contacts', () => {
	const addTo = async (...[rows, changes, more]: Parameters<typeof create>) =>
		await add(rows, 'w-1', changes, more);

	it.each([null, {}, 'ok', { anything: 1 }])('%j with code 200 is success', async (data) => {
		expect((await against(data, addTo)).plans).toMatchObject([
			{ workflow_id: 'w-1', status: 'added', contactsSent: 2 },
		]);
	});

	it('tells which rows were refused', async () => {
		const { plans, rejected } = await against({ detail_error_list: ['row 2: no consent'] }, addTo);

		expect(plans).toMatchObject([{ contactsSent: 1, contactsRejected: 1 }]);
		expect(rejected).toMatchObject([{ case_id: 'A-2', rejection: { by: 'service' } }]);
	});
});
