import { borrower, borrowers, pairs } from '../rows';
import { automatic, eachBelow } from './builders';
import { useSandbox } from './sandboxed';

const { create, planBodies } = useSandbox();

/** The columns of a sheet whose names are not the service's. */
const sheetRow = (number: number) => ({
	Name: `Siti Rahma ${number}`,
	'Phone no.': `+62812300${number}`,
	contract: { loan: { date: '2026-01-31' }, due: '2026-03-02' },
	amount: 1_500_000,
	total: 1_734_500.5,
});

const simple = {
	Debtor: '={{ $json.Name }}',
	Mobile: '={{ $json["Phone no."] }}',
	LoanDate: '={{ $json.contract.loan.date }}',
	DueDate: "={{$json['contract'].due}}",
	LoanAmount: '={{ $json.amount }}',
	Arrears: '={{ $json.total }}',
	Unit: 'RP',
	Platform: 'AIRUDDER',
};

const contact = (number: number) => ({
	Debtor: `Siti Rahma ${number}`,
	Mobile: `+62812300${number}`,
	LoanDate: '2026-01-31',
	DueDate: '2026-03-02',
	LoanAmount: 1_500_000,
	Arrears: 1_734_500.5,
	Unit: 'RP',
	Platform: 'AIRUDDER',
});

const tens = (count: number) => Array.from({ length: count }, (_, index) => 10 + index);

describe('Mapping contacts', () => {
	it('finds columns by name, whatever their case, spaces, underscores and dashes', async () => {
		const { Debtor, Mobile, LoanDate, DueDate, LoanAmount, ...rest } = borrower(1);
		const row = {
			' debtor': Debtor,
			MOBILE: Mobile,
			loan_date: LoanDate,
			'Due-Date': DueDate,
			'\ufeffLoan Amount': LoanAmount,
			...rest,
			Remarks: 'not a property',
		};
		await create([row]);

		expect(planBodies()[0]?.Details).toEqual([borrower(1)]);
	});

	it('rejects a row in which two columns match one property, and names both', async () => {
		const { rejected } = await create([borrower(1, { mobile: '+628111111111' }), borrower(2)]);

		expect(rejected).toMatchObject([
			{
				rejection: {
					problems: [
						{ property: 'Mobile', reason: expect.stringMatching(/'Mobile' and 'mobile'/) },
					],
				},
			},
		]);
		expect(planBodies()[0]?.Details).toEqual([borrower(2)]);
	});

	it('reads columns that are mapped each below, with paths and quotes', async () => {
		await create(tens(3).map(sheetRow), { contacts: eachBelow(simple) });

		expect(planBodies()[0]?.Details).toEqual(tens(3).map(contact));
	});

	it('evaluates real expressions for each row', async () => {
		const contacts = eachBelow({
			...simple,
			Mobile: '={{ "+62" + $json["Phone no."].slice(3) }}',
			Debtor: '={{ $json.Name.toUpperCase() }} ({{ $itemIndex }})',
			ExtraA: '={{ $("Rows").item.json.Name }}',
		});
		await create(tens(3).map(sheetRow), { contacts });

		expect(planBodies()[0]?.Details).toEqual(
			tens(3).map((number, index) => ({
				...contact(number),
				Debtor: `SITI RAHMA ${number} (${index})`,
				ExtraA: `Siti Rahma ${number}`,
			})),
		);
	});

	it('takes texts that begin with = and name a column that a row does not have as missing', async () => {
		const { rejected } = await create([sheetRow(10), { ...sheetRow(11), Name: undefined }], {
			contacts: eachBelow(simple),
		});

		expect(rejected).toMatchObject([
			{
				rejection: { problems: [{ property: 'Debtor', reason: expect.stringMatching(/column/) }] },
			},
		]);
	});

	it.each([
		['has no schema', { mappingMode: 'autoMapInputData', value: null }],
		['has an older schema', { ...automatic, schema: [{ id: 'Debtor', displayName: 'Debtor' }] }],
	])('works in a workflow whose stored mapping %s', async (_, contacts) => {
		await create(borrowers(1), { contacts });

		expect(planBodies()[0]?.Details).toEqual(borrowers(1));
	});

	it('rejects every row when nothing is mapped yet', async () => {
		const contacts = { mappingMode: 'defineBelow', value: null };
		const { rejected, plans } = await create(borrowers(2), { contacts });

		expect(plans).toEqual([]);
		expect(rejected).toHaveLength(2);
	});
});

describe('Plan settings that differ from row to row', () => {
	it('puts rows with other settings into other plans, in order', async () => {
		const rows = borrowers(5).map((row, index) => ({
			...row,
			line: index % 2 ? 'LINE_B' : 'LINE_A',
		}));
		const { plans, outputs } = await create(rows, { sipLine: '={{ $json.line }}' });

		expect(plans.map(({ sipLine, contactsSent }) => [sipLine, contactsSent])).toEqual([
			['LINE_A', 3],
			['LINE_B', 2],
		]);
		expect(outputs[0]?.map(pairs)).toEqual([
			[0, 2, 4],
			[1, 3],
		]);
	});

	it('groups by a strategy that an expression picks, and numbers equal plan names', async () => {
		const rows = borrowers(2).map((row, index) => ({ ...row, late: index > 0 }));
		await create(rows, {
			strategy: {
				__rl: true,
				mode: 'name',
				value: '={{ $json.late ? "other" : "reminder_3_rounds" }}',
			},
			options: { planName: 'january' },
		});

		expect(planBodies().map(({ Strategy, PlanName }) => [Strategy, PlanName])).toEqual([
			['reminder_3_rounds', 'january'],
			['other', 'january-2'],
		]);
	});

	it('makes one plan of a plan name with the time in it, though the time passes', async () => {
		const options = { planName: '=list {{ $now.toFormat("HH:mm:ss.SSS") }}' };
		await create(borrowers(300), { options });

		expect(planBodies()).toHaveLength(1);
	});

	it('rejects only the rows whose own settings cannot be used', async () => {
		const rows = borrowers(3).map((row, index) => ({ ...row, line: index === 1 ? '' : 'LINE_A' }));
		const { rejected, plans } = await create(rows, { sipLine: '={{ $json.line }}' });

		expect(plans).toMatchObject([{ contactsSent: 2 }]);
		expect(rejected).toMatchObject([{ rejection: { problems: [{ property: 'SIP Line' }] } }]);
	});

	it.each([
		[{ strategy: { __rl: true, mode: 'name', value: '={{ "x".repeat(40) }}' } }, /Strategy.*39/],
		[{ options: { planName: 'x'.repeat(55) } }, /Plan Name.*54/],
		[{ options: { date: '2020-01-01' } }, /Date.*2020-01-01/],
		[{ options: { contactsPerPlan: 10_001 } }, /Contacts per Plan.*10001/],
		[{ options: { defaultCountryCode: 'ID' } }, /Default Country Code.*ID/],
	])('refuses settings that no plan can have: %j', async (parameters, message) => {
		const { error } = await create(borrowers(1), parameters);

		expect(error?.message).toMatch(message);
		expect(planBodies()).toEqual([]);
	});
});

describe('Options for reading', () => {
	it('reads phones, dates and amounts as the options say', async () => {
		const row = borrower(1, { Mobile: '0812-300-0001', LoanDate: '03/04/2025', Arrears: '1.234' });
		await create([row], {
			options: { defaultCountryCode: '62', dateFormat: 'dayFirst', numberFormat: 'commaDecimal' },
		});

		expect(planBodies()[0]?.Details).toMatchObject([
			{ Mobile: '+628123000001', LoanDate: '2025-04-03', Arrears: 1234 },
		]);
	});

	it('refuses what could be read in two ways', async () => {
		const row = borrower(1, { Mobile: 628123000001, LoanDate: '03/04/2025', Arrears: '1.234' });
		const { rejected } = await create([row], { options: { defaultCountryCode: '62' } });

		expect(rejected).toMatchObject([
			{
				rejection: {
					problems: [
						{
							property: 'Mobile',
							reason: expect.stringMatching(/\+628123000001 or \+62628123000001/),
						},
						{ property: 'LoanDate', reason: expect.stringMatching(/2025-04-03 or 2025-03-04/) },
						{ property: 'Arrears', reason: expect.stringMatching(/1.234 or 1234|1234 or 1.234/) },
					],
				},
			},
		]);
	});

	it('keeps the first of rows with the same number when told to', async () => {
		const rows = [borrower(1), borrower(2), borrower(1, { Debtor: 'Again' })];
		const { rejected } = await create(rows, { options: { repeatedNumbers: 'keepFirst' } });

		expect(planBodies()[0]?.Details).toEqual(borrowers(2));
		expect(rejected).toMatchObject([
			{ Debtor: 'Again', rejection: { problems: [{ reason: expect.stringContaining('row 1') }] } },
		]);
	});

	it("counts today in the workflow's time zone", async () => {
		const inKiritimati = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
		const row = borrower(1, { LoanDate: inKiritimati, DueDate: '2199-01-01' });
		const there = await create([row], { operation: 'check' }, { timezone: 'Pacific/Kiritimati' });
		const inPagoPago = await create(
			[row],
			{ operation: 'check' },
			{ timezone: 'Pacific/Pago_Pago' },
		);

		expect(there.rejected.filter(byCheck)).toEqual([]);
		expect(inPagoPago.rejected.filter(byCheck)).toHaveLength(1);
	});
});

const byCheck = ({ rejection }: { rejection?: unknown }) =>
	(rejection as { by: string }).by === 'check';

describe('Custom contacts', () => {
	const custom = { contactType: 'custom', customMapping: 'columns' };

	it('sends the columns as they are', async () => {
		const rows = [{ Customer: 'Siti', Score: 12.5, Vip: true, Tags: ['a'], Empty: null }];
		await create(rows, custom);

		expect(planBodies()[0]?.Details).toEqual(rows);
	});

	it('reads and checks the phone number when its property is named', async () => {
		const rows = [
			{ Tel: '+62 812-300-0001', Name: 'Siti' },
			{ Tel: 'none', Name: 'Budi' },
		];
		const { rejected } = await create(rows, { ...custom, phoneProperty: 'Tel' });

		expect(planBodies()[0]?.Details).toEqual([{ Tel: '+628123000001', Name: 'Siti' }]);
		expect(rejected).toMatchObject([
			{ Name: 'Budi', rejection: { problems: [{ property: 'Tel' }] } },
		]);
	});

	it('sends the properties that the user names', async () => {
		const assignments = [
			{ id: '1', name: 'CustomerName', value: '={{ $json.Name }}', type: 'string' },
			{ id: '2', name: 'Product', value: 'Loan', type: 'string' },
		];
		await create([{ Name: 'Siti', Other: 1 }], {
			...custom,
			customMapping: 'properties',
			customContacts: { assignments },
		});

		expect(planBodies()[0]?.Details).toEqual([{ CustomerName: 'Siti', Product: 'Loan' }]);
	});
});
