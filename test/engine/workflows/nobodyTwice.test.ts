import { processedItems } from '../n8n/processedItems';
import { statuses } from '../sandboxed';
import { ADD, CREATE, customer, customers, useWorkflows } from './customers';

const { sandbox, create, add, sent } = useWorkflows();

const RETRY = { node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } };
const TWO = { options: { contactsPerRequest: 2 } };

const made = async (name: string): Promise<string> => {
	await create([customer(name === 'a' ? 901 : 902)], { name });
	return sandbox().workflows.find((workflow) => workflow.name === name)?.workflow_id ?? '';
};

describe('Create Workflow with Retry On Fail', () => {
	it('does not send in the second try what the first one created', async () => {
		sandbox().misbehave({ on: CREATE, kind: 'http403', skip: 1 });
		const { error, plans } = await create(customers(6), TWO, RETRY);

		expect(error).toBeUndefined();
		expect(sent(CREATE).map(({ name }) => name)).toEqual([
			'january',
			'january-2',
			'january-2',
			'january-3',
		]);
		expect(plans.map(({ workflow_id }) => workflow_id)).toEqual(
			sandbox().workflows.map(({ workflow_id }) => workflow_id),
		);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it.each(['hangUpAfter', '500', '502After', 'html', 'truncated', 'wrongEnvelope'] as const)(
		'does not send a workflow again whose outcome is unknown: %s',
		async (kind) => {
			sandbox().misbehave({ on: CREATE, kind, skip: 1 });
			const { error } = await create(customers(6), TWO, RETRY);

			expect(sent(CREATE).map(({ name }) => name)).toEqual(['january', 'january-2']);
			expect(error?.message).toMatch(
				/^It is not known whether workflow 'january-2' \(2 contacts\) was created/,
			);
			expect(error?.description).toMatch("Look for workflow 'january-2' in AI Rudder");
			expect(error?.description).toMatch("Created, do not send again: 'january' (2 contacts)");
			expect(error?.description).toMatch('Not sent: 1 workflow with 2 contacts');
			expect(sandbox().maxCalls()).toBe(1);
		},
	);

	it('creates once although the end time is another one in each try', async () => {
		sandbox().misbehave({ on: CREATE, kind: 'http403', skip: 1 });
		const endTime = '={{ $now.plus(8, "hours") }}';
		await create(customers(4), { ...TWO, endTime }, RETRY);

		expect(sandbox().workflows).toHaveLength(2);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('gives one error item a row that could not be sent when On Error is set to continue', async () => {
		sandbox().misbehave({ on: CREATE, kind: 'hangUpAfter', skip: 1 });
		const { plans, rejected } = await create(customers(4), TWO, {
			node: { onError: 'continueRegularOutput' },
		});

		expect(plans).toMatchObject([{ status: 'created' }]);
		expect(rejected).toMatchObject([
			{ case_id: 'A-3', error: expect.stringMatching(/not known whether workflow 'january-2'/) },
			{ case_id: 'A-4', error: expect.anything() },
		]);
	});
});

describe('A token that has ended', () => {
	it.each(['http401', 'body401'] as const)(
		'is renewed, and the rows sent once: %s',
		async (how) => {
			await create([customer(9)]);
			const { store } = await create([customer(8)]);
			sandbox().expireTokens(how);
			const { error } = await create(customers(2), {}, { store });

			expect(error).toBeUndefined();
			expect(sandbox().calls().get(customer(1).callee)).toBe(1);
			expect(sandbox().maxCalls()).toBe(1);
		},
	);

	it.each(['429', 'body401'] as const)(
		'the request is repeated when the service did nothing: %s',
		async (kind) => {
			const id = await made('a');
			sandbox().misbehave({ on: ADD, kind, retryAfter: '0' });
			const { error } = await add(customers(2), id);

			expect(error).toBeUndefined();
			expect(sent(ADD)).toHaveLength(2);
			expect(sandbox().maxCalls()).toBe(1);
		},
	);
});

describe('The same rows on the same day', () => {
	it('are not sent again, under whatever name and until whatever time', async () => {
		await create(customers(3));
		const again = await create(customers(3), {
			name: 'other',
			endTime: '={{ $now.plus(8, "hours") }}',
		});

		expect(statuses(again)).toEqual(['alreadySent']);
		expect(again.plans).toMatchObject([{ workflow_id: null, contactsSent: 0 }]);
		expect(again.hints[0]).toMatch(/3 sent earlier today and not sent again/);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('are sent again with Send Again', async () => {
		await create(customers(2));
		const again = await create(customers(2), { options: { resend: true } });

		expect(statuses(again)).toEqual(['created']);
		expect(sandbox().maxCalls()).toBe(2);
	});

	it('are sent from another template', async () => {
		await create(customers(2));

		expect(statuses(await create(customers(2), { templateId: '78' }))).toEqual(['created']);
	});

	it('are not added to the same workflow again, and are to another', async () => {
		const [a, b] = [await made('a'), await made('b')];

		expect(statuses(await add(customers(2), a))).toEqual(['added']);
		expect(statuses(await add(customers(2), a))).toEqual(['alreadySent']);
		expect(statuses(await add(customers(2), b))).toEqual(['added']);
	});

	it('are another list when a workflow was created with them, as the user asked for', async () => {
		await create(customers(2));
		const id = sandbox().workflows[0]?.workflow_id;

		expect(statuses(await add(customers(2), id))).toEqual(['added']);
	});

	it('are sent after a failure in which the service did nothing', async () => {
		sandbox().misbehave({ on: CREATE, kind: 'http403' });
		const first = await create(customers(2));

		expect(first.error?.message).toMatch(/\. Workflow 'january' \(2 contacts\) was not created$/);
		expect(processedItems.size).toBe(0);
		expect(statuses(await create(customers(2)))).toEqual(['created']);
	});

	it('are not sent after a lost answer', async () => {
		const id = await made('a');
		sandbox().misbehave({ on: ADD, kind: 'hangUpAfter' });
		await add(customers(2), id);

		expect(statuses(await add(customers(2), id))).toEqual(['alreadySent']);
		expect(sandbox().maxCalls()).toBe(1);
	});
});
