import { pairs } from '../../rows';
import { assignments } from '../builders';
import { CREATE, customer, customers, detail, useWorkflows } from './customers';

const { sandbox, create, sent, only } = useWorkflows();

describe('Create Workflow', () => {
	it('turns three rows into one request with three contacts', async () => {
		const { outputs, plans, rejected, hints, error } = await create(customers(3));

		expect(error).toBeUndefined();
		expect(sent(CREATE)).toEqual([
			{
				workflow_template_id: 77,
				name: 'january',
				end_time: '2099-12-31 18:00:00+00:00',
				details: [detail(1), detail(2), detail(3)],
			},
		]);
		expect(plans).toEqual([
			{
				workflow_id: only().workflow_id,
				name: 'january',
				status: 'created',
				workflow_template_id: 77,
				end_time: '2099-12-31 18:00:00+00:00',
				contactsReceived: 3,
				contactsSent: 3,
				contactsRejected: 0,
			},
		]);
		expect(outputs).toHaveLength(2);
		expect(outputs[0]?.map(pairs)).toEqual([[0, 1, 2]]);
		expect(rejected).toEqual([]);
		expect(hints).toEqual(['1 workflow created, 3 of 3 contacts sent, 0 rejected']);
	});

	it('sends the names and Auto Finish only when they are given', async () => {
		const options = { templateName: 'T', workflowName: 'W', autoFinish: 1 };
		await create(customers(1), { options });

		expect(sent(CREATE)).toMatchObject([
			{ workflow_template_name: 'T', workflow_name: 'W', auto_finish: 1 },
		]);
	});

	it('turns 10,001 rows into two workflows with numbered names, each person in one', async () => {
		const { plans, outputs } = await create(customers(10_001));

		expect(sent(CREATE).map(({ name, details }) => [name, details.length])).toEqual([
			['january', 10_000],
			['january-2', 1],
		]);
		expect(plans.map(({ contactsSent }) => contactsSent)).toEqual([10_000, 1]);
		expect(outputs[0]?.flatMap(pairs)).toEqual([...Array(10_001).keys()]);
		expect([sandbox().calls().size, sandbox().maxCalls()]).toEqual([10_001, 1]);
	});

	it('groups rows by settings that differ from row to row', async () => {
		const rows = [1, 2, 3].map((n) => customer(n, { team: n === 2 ? 'b' : 'a' }));
		const { plans } = await create(rows, { name: '={{ $json.team }}' });

		expect(sent(CREATE).map(({ name, details }) => [name, details.length])).toEqual([
			['a', 2],
			['b', 1],
		]);
		expect(plans.map(({ name }) => name)).toEqual(['a', 'b']);
	});

	it('rejects bad rows with all their problems and sends the others', async () => {
		const rows = [
			customer(1),
			customer(2, { callee: '', case_id: [1], name: { first: 'Siti' } }),
			customer(3, { amount: Number.NaN }),
		];
		const { plans, rejected, outputs } = await create(rows);

		expect(sent(CREATE)[0]?.details).toEqual([detail(1)]);
		expect(plans).toMatchObject([{ contactsReceived: 1, contactsSent: 1 }]);
		expect(rejected).toMatchObject([
			{
				rejection: {
					by: 'check',
					problems: [
						{ property: 'callee', reason: expect.stringMatching(/empty/) },
						{ property: 'case_id', reason: expect.stringMatching(/a list/) },
						{ property: 'name', reason: expect.stringMatching(/an object/) },
					],
				},
			},
			{ rejection: { problems: [{ property: 'amount' }] } },
		]);
		expect(outputs[1]?.map(pairs)).toEqual([[1], [2]]);
	});

	it.each(['strings', 'objects', 'positions'] as const)(
		'matches refusals of the service, told as %s, to their rows',
		async (detailErrors) => {
			sandbox().set({ alsoReject: [customer(2).callee], detailErrors });
			const { plans, rejected } = await create(customers(3));

			expect(plans).toMatchObject([{ contactsSent: 2, contactsRejected: 1 }]);
			expect(rejected).toMatchObject([
				{
					...customer(2),
					rejection: { by: 'service', workflow_id: only().workflow_id, name: 'january' },
				},
			]);
		},
	);

	it('says that nothing was created when the service refuses every row', async () => {
		sandbox().set({ alsoReject: [customer(1).callee] });
		const { plans } = await create(customers(1));

		expect(plans).toMatchObject([{ status: 'notCreated', workflow_id: null, contactsSent: 0 }]);
	});

	it('reads phone numbers as the options say, and rejects repeated ones when asked to', async () => {
		const options = { defaultCountryCode: '62', repeatedNumbers: 'keepFirst' };
		const rows = [customer(1, { callee: '0812-300-0001' }), customer(1)];
		const { rejected } = await create(rows, { options });

		expect(sent(CREATE)[0]?.details).toEqual([detail(1)]);
		expect(rejected).toMatchObject([{ rejection: { problems: [{ property: 'callee' }] } }]);
	});

	it('sends named variables alone', async () => {
		const { callee } = customer(1);
		await create([customer(1, { nested: { a: 1 }, Phone: callee, callee: '' })], {
			callee: '={{ $json.Phone }}',
			caseId: '',
			variableMapping: 'properties',
			variables: assignments({
				who: '={{ $json.name.toUpperCase() }}',
				owed: '={{ $json.amount }}',
			}),
		});

		expect(sent(CREATE)[0]?.details).toEqual([
			{
				callee,
				variables: { who: 'SITI RAHMA 1', owed: '1500000.5' },
			},
		]);
	});

	it('does not send the columns of the callee and the case ID as variables', async () => {
		const rows = [
			{ Phone: customer(1).callee, 'Customer ID': 'A-1', name: 'Siti Rahma 1', vip: true },
		];
		await create(rows, { callee: '={{ $json.Phone }}', caseId: '={{ $json["Customer ID"] }}' });

		expect(sent(CREATE)[0]?.details).toEqual([
			{ ...detail(1), variables: { name: 'Siti Rahma 1', vip: 'true' } },
		]);
	});

	it('refuses one phone number for all rows', async () => {
		const { error } = await create(customers(2), { callee: customer(1).callee });

		expect(error?.message).toMatch(/'callee' is the same phone number for all rows/);
		expect(sandbox().requests).toEqual([]);
	});

	it.each([
		['templateId', 'seven', /'Workflow Template ID': Is not a whole number/],
		['name', ' ', /'Name': Is required/],
		['endTime', '2020-01-01T00:00:00', /'End Time': .* is over/],
		['endTime', 'tomorrow', /'End Time': Is not a date with a time of day/],
	])('says what is wrong with %s: %s', async (parameter, value, message) => {
		const { error } = await create(customers(2), { [parameter]: value });

		expect(error?.message).toMatch(message);
		expect(sandbox().requests).toEqual([]);
	});

	it.each([
		['2099-07-01T18:00:00', '2099-07-01 18:00:00+07:00'],
		['2099-07-01T18:00:00.000Z', '2099-07-02 01:00:00+07:00'],
		[
			'={{ DateTime.fromISO("2099-07-01T18:00:00", { zone: "utc" }) }}',
			'2099-07-02 01:00:00+07:00',
		],
		['={{ new Date("2099-07-01T18:00:00Z") }}', '2099-07-02 01:00:00+07:00'],
	])(
		"writes the end time %s with the offset of the workflow's time zone",
		async (endTime, wanted) => {
			await create(customers(1), { endTime }, { timezone: 'Asia/Jakarta' });

			expect(sent(CREATE)[0]?.end_time).toBe(wanted);
		},
	);
});
