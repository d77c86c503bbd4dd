import { bareBorrower, borrower, borrowers } from '../rows';
import { automatic, eachBelow } from './builders';
import { useSandbox } from './sandboxed';

const { create, planBodies } = useSandbox();

const NUMBERS = [10, 11, 12];

/** A row of a sheet whose columns are not named like the properties. */
const sheetRow = (number: number) => {
	const { Debtor, Mobile, LoanDate, DueDate, LoanAmount, Arrears } = bareBorrower(number);
	return {
		Name: Debtor,
		'Phone no.': Mobile,
		contract: { loan: { date: LoanDate }, due: DueDate },
		amount: LoanAmount,
		total: Arrears,
	};
};

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
		await create(NUMBERS.map(sheetRow), { contacts: eachBelow(simple) });

		expect(planBodies()[0]?.Details).toEqual(NUMBERS.map((number) => bareBorrower(number)));
	});

	it('evaluates real expressions for each row', async () => {
		const contacts = eachBelow({
			...simple,
			Mobile: '={{ "+62" + $json["Phone no."].slice(3) }}',
			Debtor: '={{ $json.Name.toUpperCase() }} ({{ $itemIndex }})',
			ExtraA: '={{ $("Rows").item.json.Name }}',
		});
		await create(NUMBERS.map(sheetRow), { contacts });

		expect(planBodies()[0]?.Details).toEqual(
			NUMBERS.map((number, index) => ({
				...bareBorrower(number),
				Debtor: `SITI RAHMA ${number} (${index})`,
				ExtraA: `Siti Rahma ${number}`,
			})),
		);
	});

	it('takes a mapped column that a row does not have as missing', async () => {
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
