import { automaticMapping } from '../../../nodes/AiRudder/contacts/columns';
import type { Row } from '../../../nodes/AiRudder/contacts/columns';
import { CONTACT_PROPERTIES } from '../../../nodes/AiRudder/contacts/properties';

const map = (row: Row) => {
	const { values, problems } = automaticMapping()(row);
	return problems.length > 0 ? problems : Object.fromEntries(values);
};

describe('automatic mapping', () => {
	it.each([
		'LoanDate',
		'loandate',
		'LOANDATE',
		'loan_date',
		'Loan Date',
		'loan-date',
		' Loan  Date ',
		'Loan\u00a0Date',
		'\ufeffLoanDate',
		'l_o-a n_DATE',
	])('takes the column %p for LoanDate', (column) => {
		expect(map({ [column]: 1 })).toEqual({ LoanDate: 1 });
	});

	it.each([
		'Loan Dates',
		'Loan.Date',
		'LoanDate__c',
		'Loan Date (1)',
		'LoanDate_1',
		'',
		' ',
		'row_number',
		'constructor',
		'toString',
		'hasOwnProperty',
	])('leaves out the column %p', (column) => {
		expect(map({ [column]: 1 })).toEqual({});
	});

	it('knows each of the 13 properties by its name and by its label', () => {
		for (const { name, label } of CONTACT_PROPERTIES) {
			expect(map({ [name]: 1 })).toEqual({ [name]: 1 });
			expect(map({ [label]: 1 })).toEqual({ [name]: 1 });
		}
	});

	it('keeps empty, null, zero and missing apart', () => {
		const row = { Comments: '', Gender: null, Arrears: 0, Unit: undefined };
		expect(map(row)).toEqual({ Comments: '', Gender: null, Arrears: 0, Unit: undefined });
		expect(map({ comments: '' })).not.toHaveProperty('Gender');
	});

	it('leaves out a __proto__ column, and what stands in it', () => {
		const row = JSON.parse('{"Unit":"RP","__proto__":{"Debtor":"Eve","polluted":1}}') as Row;
		expect(map(row)).toEqual({ Unit: 'RP' });
		expect({}).not.toHaveProperty('polluted');
	});

	it('reads no inherited column', () => {
		expect(map(Object.create({ Debtor: 'Eve' }) as Row)).toEqual({});
	});

	it('reads each row by its own columns, also when an earlier row had others', () => {
		const mapping = automaticMapping();
		expect(mapping({ Debtor: 'a', other: 1 }).values).toEqual(new Map([['Debtor', 'a']]));
		expect(mapping({ other: 2, debtor: 'b' }).values).toEqual(new Map([['Debtor', 'b']]));
		expect(mapping({}).values).toEqual(new Map());
	});
});

describe('two columns for one property', () => {
	it.each([
		[{ Mobile: '+621', mobile: '+622' }, 'Mobile', 'mobile', '+622'],
		[
			{ x: 1, 'Loan Date': null, y: 2, loan_date: '2026-01-31' },
			'Loan Date',
			'loan_date',
			'2026-01-31',
		],
		[{ '\ufeffUnit': 'RP', Unit: 'RP' }, '\ufeffUnit', 'Unit', 'RP'],
		[{ ExtraA: '', 'Extra A': '' }, 'ExtraA', 'Extra A', ''],
	])('of %j are a problem that names %p and %p', (row, first, second, value) => {
		expect(map(row)).toEqual([
			{
				property: expect.stringMatching(/^(Mobile|LoanDate|Unit|ExtraA)$/),
				value,
				reason: `The columns '${first}' and '${second}' both match. Rename one, or map each column yourself`,
			},
		]);
	});

	it('are told for every property that has two, and for a third column', () => {
		const row = { unit: 1, Unit: 2, UNIT: 3, Debtor: 4, debtor: 5 };
		const problems = map(row);
		expect(problems).toMatchObject([
			{ property: 'Unit', value: 2, reason: expect.stringMatching("'unit' and 'Unit'") },
			{ property: 'Unit', value: 3, reason: expect.stringMatching("'unit' and 'UNIT'") },
			{ property: 'Debtor', value: 5, reason: expect.stringMatching("'Debtor' and 'debtor'") },
		]);
	});
});
