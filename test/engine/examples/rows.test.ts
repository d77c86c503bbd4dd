import { borrower } from '../../rows';
import { keyAndSecret } from '../builders';
import { readExample } from './read';
import { runFrom, useExamples } from './run';

const { sandbox, planBodies, run } = useExamples();

const PLAN = 'Create Plan';

describe('google-sheets.json', () => {
	/** As Google Sheets 4.5 reads a sheet: the + is gone, empty cells are empty texts. */
	const row = (number: number, changes: object = {}) => ({
		row_number: number + 1,
		Debtor: `Siti Rahma ${number}`,
		Mobile: 628123456700 + number,
		'Loan Date': '2026-01-31',
		'Due Date': '2026-03-02',
		'Loan Amount': 1500000,
		Arrears: 1734500.5,
		Unit: 'RP',
		Platform: 'AIRUDDER',
		Comments: '',
		...changes,
	});

	it('reads what a sheet delivers', async () => {
		await run('google-sheets.json', PLAN, [row(1), row(2)]);

		expect(planBodies().flatMap(({ Details }) => Details)).toEqual(
			[1, 2].map((number) => ({
				Debtor: `Siti Rahma ${number}`,
				Mobile: `+62812345670${number}`,
				LoanDate: '2026-01-31',
				DueDate: '2026-03-02',
				LoanAmount: 1500000,
				Arrears: 1734500.5,
				Unit: 'RP',
				Platform: 'AIRUDDER',
			})),
		);
	});

	it('writes plans to one sheet, and refused rows with their reasons to another', async () => {
		const rows = [row(1), row(2, { Mobile: '', Arrears: 'many' })];
		const { given, outputs } = await run('google-sheets.json', PLAN, rows, ['Add Reasons']);

		expect(given['Plan Log']).toMatchObject([
			{ operation: 'append', sheetName: { value: 'Plans' } },
		]);
		expect(outputs[PLAN]?.[1]?.map(({ json }) => json)).toMatchObject([rows[1]]);
		expect(given['Add Reasons']).toMatchObject([
			{
				includeOtherFields: true,
				excludeFields: 'rejection',
				assignments: {
					assignments: [
						{
							name: 'Reasons',
							value: expect.stringMatching(/^Mobile: .*empty.*\nArrears: .*number/),
						},
					],
				},
			},
		]);
		expect(given['Rejected Rows']).toMatchObject([{ sheetName: { value: 'Rejected' } }]);
	});
});

describe('hubspot.json', () => {
	/** As HubSpot 2.1 reads a contact: each property is an object, a day is midnight UTC as text. */
	const contact = (vid: number, changes: Record<string, string | undefined> = {}) => ({
		vid,
		properties: Object.fromEntries(
			Object.entries({
				firstname: 'Siti',
				lastname: 'Rahma',
				phone: '+62 812-3456-701',
				loan_date: '1769817600000',
				due_date: '1772409600000',
				loan_amount: '1500000',
				arrears: '1734500.50',
				currency: 'RP',
				...changes,
			})
				.filter(([, value]) => value !== undefined)
				.map(([name, value]) => [name, { value }]),
		),
	});

	it('reads the contact that was changed', async () => {
		const changed = { contactId: 101, propertyName: 'collection_status', propertyValue: 'due' };
		const { given } = await run('hubspot.json', 'Is Due', [changed], ['Is Due']);

		expect(given['Is Due']).toMatchObject([
			{ conditions: { conditions: [{ leftValue: 'due', rightValue: 'due' }] } },
		]);
		expect(given['Read Contact']).toMatchObject([{ contactId: { value: 101 } }]);
	});

	it('maps each property', async () => {
		await run('hubspot.json', PLAN, [contact(101), contact(102, { lastname: undefined })]);

		const mapped = {
			Debtor: 'Siti Rahma',
			Mobile: '+628123456701',
			LoanDate: '2026-01-31',
			DueDate: '2026-03-02',
			LoanAmount: 1500000,
			Arrears: 1734500.5,
			Unit: 'RP',
			Platform: 'AIRUDDER',
			Comments: '101',
		};
		expect(planBodies()[0]?.Details).toEqual([
			mapped,
			{ ...mapped, Debtor: 'Siti', Comments: '102' },
		]);
	});

	it('asks for the properties that it maps', async () => {
		const { given } = await run('hubspot.json', 'Read Contact', [{ contactId: 101 }]);

		expect(given['Read Contact']).toMatchObject([
			{
				additionalFields: {
					propertiesCollection: {
						propertiesValues: { properties: Object.keys(contact(1).properties) },
					},
				},
			},
		]);
	});

	it('makes a task for a contact that cannot be called', async () => {
		const { given } = await run('hubspot.json', PLAN, [
			contact(101),
			contact(102, { phone: undefined }),
		]);

		expect(given['Task to Correct It']).toMatchObject([
			{
				type: 'task',
				metadata: { body: expect.stringMatching(/^Mobile: /) },
				additionalFields: { associations: { contactIds: 102 } },
			},
		]);
	});
});

describe('database-checked-first.json', () => {
	const FILE = 'database-checked-first.json';

	/** As Postgres 2.6 gives the query's columns: numerics are texts, dates were made texts in the query. */
	const row = (number: number, changes: object = {}) => ({
		Debtor: `Siti Rahma ${number}`,
		Mobile: `+62812345670${number}`,
		LoanDate: '2026-01-31',
		DueDate: '2026-03-02',
		LoanAmount: '1500000.00',
		Arrears: '1734500.50',
		Unit: 'RP',
		Platform: 'AIRUDDER',
		Comments: `${number}`,
		...changes,
	});
	const rejected = (given: Awaited<ReturnType<typeof run>>['given']) =>
		given['All Good?']?.map(
			({ conditions }) => (conditions as { conditions: object[] }).conditions[0],
		);

	it('names the columns of its query like the properties', async () => {
		const { given } = await run(FILE, 'Due Rows', [{}]);
		const names = [...String(given['Due Rows']?.[0]?.query).matchAll(/AS "(\w+)"/g)];

		expect(names.map(([, name]) => name)).toEqual(Object.keys(row(1)));
	});

	it('goes on when no row was refused', async () => {
		const { given } = await run(FILE, 'Check Contacts', [row(1), row(2)]);

		expect(rejected(given)).toMatchObject([{ leftValue: 0, rightValue: 0 }]);
		expect(given['Rows to Correct']).toBeUndefined();
		expect(sandbox().maxCalls()).toBe(0);
	});

	it.each([
		['here', [row(1), row(2, { DueDate: '2026-01-01' }), row(3, { Mobile: '' })], []],
		['by AI Rudder', [row(1), row(2), row(3)], [row(2).Mobile, row(3).Mobile]],
	])(
		'tells of rows refused %s in one message without phone numbers',
		async (_by, rows, alsoReject) => {
			sandbox().set({ alsoReject });
			const { given } = await run(FILE, 'Check Contacts', rows);

			expect(rejected(given)).toMatchObject([{ leftValue: 2, rightValue: 0 }]);
			expect(given['Rows to Correct']).toMatchObject([
				{ text: expect.stringMatching(/^2 rows cannot .*\n• Loan 2: .+\n• Loan 3: .+$/) },
			]);
			expect(JSON.stringify(given['Rows to Correct'])).not.toContain('812345670');
		},
	);

	it('calls the rows as they were read, or nobody', async () => {
		await run(FILE, PLAN, [row(1)]);
		expect(planBodies()[0]?.Details).toEqual([
			{ ...row(1), LoanAmount: 1500000, Arrears: 1734500.5 },
		]);

		await run(FILE, PLAN, [row(2), row(3, { Mobile: '' })]);
		expect([...sandbox().calls().keys()]).toEqual([row(1).Mobile]);
	});
});

describe('ai-agent-checks.json', () => {
	it('checks what the agent fills in', async () => {
		const example = readExample('ai-agent-checks.json');
		const [tool] = example.nodes.filter(({ name }) => name === 'Check Contacts');
		if (!tool) throw new Error('There is no tool');
		// As the node itself, with an item in place of the agent's answer.
		const filled = JSON.stringify(tool).replace(/\$fromAI\('(\w+)', '[^']*', '\w+'\)/g, '$json.$1');
		const node = { ...JSON.parse(filled), type: 'n8n-nodes-airudder.aiRudder' };
		const { Debtor, Mobile, LoanDate, DueDate, LoanAmount, Arrears, Unit } = borrower(1);
		const person = { Debtor, Mobile, LoanDate, DueDate, LoanAmount, Arrears, Unit };
		const { outputs } = await runFrom(
			{ ...example, nodes: [node], connections: {} },
			{
				node: 'Check Contacts',
				items: [{ strategy: 'other', ...person }],
				credentials: keyAndSecret(sandbox()),
			},
		);

		expect(filled).not.toContain('$fromAI');
		expect(outputs['Check Contacts']?.[0]?.[0]?.json).toMatchObject({ status: 'checked' });
		expect(planBodies()).toMatchObject([{ Perform: 2, Strategy: 'other', Details: [person] }]);
		expect(sandbox().maxCalls()).toBe(0);
	});
});
