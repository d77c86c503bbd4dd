import { badBorrower, borrower, borrowers, pairs } from '../rows';
import { keyAndSecret, STRATEGY } from './builders';
import { startService } from './faults/otherServer';
import { useSandbox } from './sandboxed';

const { create, planBodies, sandbox } = useSandbox();

describe('Create Plan', () => {
	it('turns three rows into one request with three contacts', async () => {
		const { plans, rejected, outputs, hints, error } = await create(borrowers(3));

		expect(error).toBeUndefined();
		expect(planBodies()).toEqual([
			{
				PlanName: plans[0]?.PlanName,
				Strategy: STRATEGY,
				SIPLine: 'LIVEDEMO_CH_SOFTPHONE_LINE',
				Perform: 1,
				Details: borrowers(3),
			},
		]);
		expect(plans).toEqual([
			{
				PlanName: expect.stringMatching(/^n8n-\d{4}-\d{2}-\d{2}-[0-9a-f]{20}$/),
				TaskID: expect.stringMatching(/^[0-9a-f]{32}$/),
				status: 'created',
				strategy: STRATEGY,
				sipLine: 'LIVEDEMO_CH_SOFTPHONE_LINE',
				date: null,
				contactsReceived: 3,
				contactsSent: 3,
				contactsRejected: 0,
			},
		]);
		expect(rejected).toEqual([]);
		expect(outputs[0]?.map(pairs)).toEqual([[0, 1, 2]]);
		expect(hints).toEqual(['1 plan created, 3 of 3 contacts sent, 0 rejected']);
	});

	it('cuts 12,001 rows into three plans with different names, each paired with its rows', async () => {
		const { plans, outputs } = await create(borrowers(12_001));

		expect(plans.map(({ contactsReceived }) => contactsReceived)).toEqual([5000, 5000, 2001]);
		const names = plans.map(({ PlanName }) => String(PlanName));
		expect(new Set(names).size).toBe(3);
		expect(names.filter((name) => name.length > 54)).toEqual([]);
		expect(outputs[0]?.map((item) => pairs(item).length)).toEqual([5000, 5000, 2001]);
		expect(outputs[0]?.flatMap(pairs)).toEqual([...Array(12_001).keys()]);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it.each([
		[1, [1]],
		[10_000, [10_000]],
		[10_001, [10_000, 1]],
	])('sends %i rows in plans of at most 10,000', async (count, sizes) => {
		await create(borrowers(count), { options: { contactsPerPlan: 10_000 } });

		expect(planBodies().map(({ Details }) => Details.length)).toEqual(sizes);
	});

	it('does not run without input', async () => {
		const { plans, error } = await create([]);

		expect(error).toBeUndefined();
		expect(plans).toEqual([]);
		expect(planBodies()).toEqual([]);
	});

	it('sends the first row alone when n8n is told to execute once', async () => {
		const { outputs } = await create(borrowers(3), {}, { node: { executeOnce: true } });

		expect(planBodies()[0]?.Details).toEqual(borrowers(1));
		expect(outputs[0]?.map(pairs)).toEqual([[0]]);
	});

	it('sends plan name, date and do-not-call switch only when they are given', async () => {
		const date = new Date().toISOString().slice(0, 10);
		await create(borrowers(1), { options: { planName: 'january', date, dncSwitch: true } });

		expect(planBodies()[0]).toMatchObject({ PlanName: 'january', Date: date, DncSwitch: true });
	});

	it('numbers a given plan name when there are several plans', async () => {
		const options = { planName: 'january', contactsPerPlan: 2 };
		await create(borrowers(5), { options });

		expect(planBodies().map(({ PlanName }) => PlanName)).toEqual([
			'january',
			'january-2',
			'january-3',
		]);
	});

	it('keeps the plan name and task of the service byte for byte', async () => {
		const said = { TaskID: ' a task ', PlanName: 'its own name ', detail_error_list: [] };
		const server = await startService(() => ({ status: 200, body: { code: 200, data: said } }));
		const credentials = { ...keyAndSecret(sandbox()), baseUrl: server.url };
		const { plans } = await create(borrowers(1), {}, { credentials });
		await server.close();

		expect(plans).toMatchObject([{ PlanName: 'its own name ', TaskID: ' a task ' }]);
	});

	it('rejects bad rows with all their problems and sends the others', async () => {
		const rows = [borrower(1), borrower(2, { Mobile: '', Arrears: 'many' }), borrower(3)];
		const { plans, rejected, outputs, hints } = await create(rows);

		expect(planBodies()[0]?.Details).toEqual([borrower(1), borrower(3)]);
		expect(plans[0]).toMatchObject({ contactsReceived: 2, contactsSent: 2 });
		expect(outputs[0]?.map(pairs)).toEqual([[0, 2]]);
		expect(rejected).toEqual([
			{
				...rows[1],
				rejection: {
					summary: expect.stringMatching(/^Mobile: .*empty.*\nArrears: .*number/),
					by: 'check',
					problems: [
						{ property: 'Mobile', value: '', reason: expect.stringContaining('empty') },
						{ property: 'Arrears', value: 'many', reason: expect.stringContaining('number') },
					],
				},
			},
		]);
		expect(outputs[1]?.map(pairs)).toEqual([[1]]);
		expect(hints).toEqual([
			'1 plan created, 2 of 3 contacts sent, 1 rejected',
			expect.stringMatching(/correct them and send them alone/),
		]);
	});

	it('puts the reason first, in place of one that the row brings along', async () => {
		const earlier = { by: 'check', problems: [] };
		const { rejected } = await create([borrower(1, { Mobile: '', rejection: earlier })]);

		expect(Object.keys(rejected[0] ?? {}).slice(0, 2)).toEqual(['rejection', 'Debtor']);
		expect(rejected[0]?.rejection).toMatchObject({ problems: [{ property: 'Mobile' }] });
		expect(Object.keys(rejected[0]?.rejection as object)[0]).toBe('summary');
	});

	it('sends nothing when no row is good', async () => {
		const { plans, rejected, error } = await create([badBorrower(1), badBorrower(2)]);

		expect(error).toBeUndefined();
		expect(planBodies()).toEqual([]);
		expect(plans).toEqual([]);
		expect(rejected).toHaveLength(2);
	});

	it.each(['strings', 'objects', 'positions'] as const)(
		'matches refusals of the service, told as %s, to their rows',
		async (detailErrors) => {
			const blocked = borrower(2).Mobile;
			sandbox().set({ alsoReject: [blocked], detailErrors });
			const { plans, rejected, outputs } = await create(borrowers(3));

			expect(plans[0]).toMatchObject({ contactsReceived: 3, contactsSent: 2, contactsRejected: 1 });
			expect(plans[0]).not.toHaveProperty('unmatchedErrors');
			expect(rejected).toEqual([
				{
					...borrower(2),
					rejection: {
						summary: expect.stringContaining('blocklist'),
						by: 'service',
						PlanName: plans[0]?.PlanName,
						problems: [expect.objectContaining({ reason: expect.stringContaining('blocklist') })],
					},
				},
			]);
			expect(outputs[1]?.map(pairs)).toEqual([[1]]);
			expect(sandbox().callsTo(blocked)).toBe(0);
		},
	);

	it('says that nothing was created when the service refuses every row', async () => {
		sandbox().set({ alsoReject: [borrower(1).Mobile] });
		const { plans, rejected } = await create(borrowers(1));

		expect(plans[0]).toMatchObject({ status: 'notCreated', TaskID: null, contactsSent: 0 });
		expect(rejected).toHaveLength(1);
	});

	it('never puts an error key on a success, which n8n would take for a failure', async () => {
		const { plans } = await create([...borrowers(2), badBorrower(3)]);

		expect(plans.filter((plan) => 'error' in plan)).toEqual([]);
	});
});
