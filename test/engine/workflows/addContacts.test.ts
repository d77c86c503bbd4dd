import { pairs } from '../../rows';
import { ADD, customer, customers, detail, useWorkflows } from './customers';

const { sandbox, create, add, sent, only } = useWorkflows();

const made = async (): Promise<string> => {
	await create([customer(0)]);
	return only().workflow_id;
};

describe('Add Contacts', () => {
	it('adds all rows in one request', async () => {
		const id = await made();
		const { outputs, plans, rejected, hints, error } = await add(
			[...customers(2), customer(3, { callee: 'none' })],
			id,
		);

		expect(error).toBeUndefined();
		expect(sent(ADD)).toEqual([{ workflow_id: id, details: [detail(1), detail(2)] }]);
		expect(plans).toEqual([
			{
				workflow_id: id,
				status: 'added',
				contactsReceived: 2,
				contactsSent: 2,
				contactsRejected: 0,
			},
		]);
		expect(outputs).toHaveLength(2);
		expect(outputs[0]?.map(pairs)).toEqual([[0, 1]]);
		expect(rejected).toMatchObject([{ rejection: { by: 'check' } }]);
		expect(hints[0]).toBe('1 list added, 2 of 3 contacts sent, 1 rejected');
	});

	it('adds 10,001 rows in two requests, each person once', async () => {
		const id = await made();
		const { plans } = await add(customers(10_001), id);

		expect(sent(ADD).map(({ details }) => details.length)).toEqual([10_000, 1]);
		expect(plans.map(({ workflow_id }) => workflow_id)).toEqual([id, id]);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('adds each row to the workflow it names', async () => {
		const id = await made();
		const { plans, error } = await add(
			[customer(1, { to: id }), customer(2, { to: 'gone' }), customer(3, { to: id })],
			'={{ $json.to }}',
			{},
			{ node: { onError: 'continueRegularOutput' } },
		);

		expect(error).toBeUndefined();
		expect(plans).toMatchObject([{ workflow_id: id, status: 'added', contactsSent: 2 }]);
		expect(sent(ADD).map(({ workflow_id }) => workflow_id)).toEqual([id, 'gone']);
	});

	it('says which contacts were refused by the service', async () => {
		const id = await made();
		sandbox().set({ alsoReject: [customer(1).callee] });
		const { plans, rejected } = await add(customers(1), id);

		expect(plans).toMatchObject([{ workflow_id: id, status: 'notAdded', contactsSent: 0 }]);
		expect(rejected).toMatchObject([{ rejection: { by: 'service', workflow_id: id } }]);
	});

	it('sends a number as a number, since the kind of the ID is not known', async () => {
		await add(customers(1), '={{ 12 }}');

		expect(sent(ADD)).toMatchObject([{ workflow_id: 12 }]);
	});

	it('asks at the path the user corrected, and refuses what is none', async () => {
		const { error } = await add(customers(1), 'a', { path: '/service/cloud/workflow/rows' });
		const refused = await add(customers(1), 'a', { path: 'https://example.com/' });

		expect(error?.message).toMatch(
			/^AI Rudder has nothing at this address.*\. The list for workflow 'a' \(1 contact\) was not added$/,
		);
		expect(refused.error?.message).toBe("'Path' is not a path");
		expect(sandbox().requests.map(({ path }) => path)).toEqual([
			'/service/cloud/auth',
			'/service/cloud/workflow/rows',
		]);
	});

	it('says to look at the workflow when the answer is lost', async () => {
		const id = await made();
		sandbox().misbehave({ on: ADD, kind: 'hangUpAfter' });
		const { error } = await add(customers(2), id, { options: { contactsPerRequest: 1 } });

		expect(error?.message).toMatch(
			new RegExp(
				`^It is not known whether the list for workflow '${id}' \\(1 contact\\) was added`,
			),
		);
		expect(error?.description).toMatch(`Look at workflow '${id}' in AI Rudder`);
		expect(error?.description).toMatch('No other list was added. Not sent: 1 list with 1 contact');
		expect(sent(ADD)).toHaveLength(1);
	});
});
