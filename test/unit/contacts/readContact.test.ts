import { readContact } from '../../../nodes/AiRudder/contacts/readContact';
import type { ReadingOptions } from '../../../nodes/AiRudder/contacts/reading';
import { borrower } from '../../rows';
import { contactOf, options, problemsOf, TODAY, values } from './build';

const read = (changes: Record<string, unknown>, reading: Partial<ReadingOptions> = {}) =>
	readContact(values(changes), options(reading));

const REQUIRED = 'Debtor Mobile LoanDate DueDate LoanAmount Arrears Unit Platform'.split(' ');
const OPTIONAL = 'Comments Gender ExtraA ExtraB ExtraC'.split(' ');

describe('a good row', () => {
	it('becomes a contact with the properties in the order of the documentation', () => {
		const row = borrower(1);
		const contact = contactOf(readContact(new Map(Object.entries(row).reverse()), options()));
		expect(contact).toEqual(row);
		expect(Object.keys(contact)).toEqual(Object.keys(row));
	});

	it('has its values read, each as its property wants them', () => {
		const contact = contactOf(
			read(
				{
					Debtor: ' Jos\u00e9 ',
					Mobile: '0812-3456-701',
					LoanDate: 46_053,
					DueDate: '2/3/2026',
					LoanAmount: '1.500',
					Arrears: 0,
					Unit: 'RP  ',
					Platform: 7,
					Comments: ' kept ',
					Gender: 'F',
					ExtraA: 12.5,
				},
				{ defaultCountryCode: '62', dateFormat: 'dayFirst', numberFormat: 'commaDecimal' },
			),
		);
		expect(contact).toEqual({
			Debtor: 'Jos\u00e9',
			Mobile: '+628123456701',
			LoanDate: '2026-01-31',
			DueDate: '2026-03-02',
			LoanAmount: 1_500,
			Arrears: 0,
			Unit: 'RP',
			Platform: '7',
			Comments: ' kept ',
			Gender: 'female',
			ExtraA: '12.5',
		});
	});

	it.each([undefined, null, '', '  '])('has no optional property where the cell is %p', (cell) => {
		const contact = contactOf(read(Object.fromEntries(OPTIONAL.map((name) => [name, cell]))));
		expect(Object.keys(contact)).toEqual(REQUIRED);
	});

	it('keeps zero, which is not empty', () => {
		const contact = contactOf(read({ Arrears: '0', LoanAmount: 0, ExtraA: 0, Comments: 0 }));
		expect(contact).toMatchObject({ Arrears: 0, LoanAmount: 0, ExtraA: '0', Comments: '0' });
	});

	it('ignores values that belong to no property', () => {
		const row = values({ Nickname: 'x', constructor: 'y', ['__proto__']: 'z' });
		expect(Object.keys(contactOf(readContact(row, options())))).toEqual(REQUIRED);
	});

	it('may have its loan made today', () => {
		const contact = contactOf(read({ LoanDate: TODAY, DueDate: '2026-03-11' }));
		expect(contact.LoanDate).toBe(TODAY);
	});
});

describe('a row without a required value', () => {
	it.each(REQUIRED)('says of %s whether the column, the value or the text is missing', (name) => {
		expect(problemsOf(read({ [name]: undefined }))).toEqual([
			{ property: name, value: undefined, reason: expect.stringMatching('no such column') },
		]);
		expect(problemsOf(read({ [name]: null }))).toEqual([
			{ property: name, value: null, reason: expect.stringMatching(/has null \(no value\)/) },
		]);
		for (const value of ['', ' \t ']) {
			expect(problemsOf(read({ [name]: value }))).toEqual([
				{ property: name, value, reason: expect.stringMatching('the cell is empty') },
			]);
		}
	});

	it('names every required property of an empty row once', () => {
		const problems = problemsOf(readContact(new Map(), options()));
		expect(problems.map(({ property }) => property)).toEqual(REQUIRED);
	});
});

describe('a bad row', () => {
	it('has all its problems told at once, each with property, value and reason', () => {
		const bad = {
			Debtor: 'd'.repeat(65),
			Mobile: '6.28E+12',
			LoanDate: '2026-02-30',
			DueDate: '03/04/2026',
			LoanAmount: Number.NaN,
			Arrears: '1.234',
			Unit: true,
			Platform: 'p'.repeat(21),
			Comments: 'c'.repeat(65),
			Gender: 'x',
			ExtraA: ['list'],
			ExtraB: { an: 'object' },
			ExtraC: 'tab\there',
		};
		const problems = problemsOf(read(bad));
		expect(problems.map(({ property, value }) => [property, value])).toEqual(Object.entries(bad));
		for (const { reason } of problems) expect(reason).toMatch(/^[A-Z][^\n]{20,}$/);
	});

	it.each([
		['2026-03-11', '2026-04-01', ['LoanDate'], 'Is 2026-03-11, after today (2026-03-10)'],
		['2026-01-31', '2026-01-31', ['DueDate'], 'Is 2026-01-31, not after LoanDate (2026-01-31)'],
		['2026-01-31', '2026-01-30', ['DueDate'], 'Is 2026-01-30, not after LoanDate (2026-01-31)'],
		['2027-01-01', '2026-01-01', ['LoanDate', 'DueDate'], 'Is 2027-01-01, after today'],
	])('a loan of %s due on %s has a problem with %j: %s', (LoanDate, DueDate, names, reason) => {
		const problems = problemsOf(read({ LoanDate, DueDate }));
		expect(problems.map(({ property }) => property)).toEqual(names);
		expect(problems[0]?.reason).toContain(reason);
	});

	it('shows a date as the row has it, and as it was read in the reason', () => {
		const [problem] = problemsOf(read({ LoanDate: 46_093, DueDate: '2026-12-31' }));
		expect(problem).toMatchObject({ value: 46_093, reason: expect.stringMatching('2026-03-12') });
	});

	it('is not compared by a date that could not be read', () => {
		const problems = problemsOf(read({ LoanDate: '2026-02-30', DueDate: '2020-01-01' }));
		expect(problems.map(({ property }) => property)).toEqual(['LoanDate']);
	});

	it("takes today from the workflow's time zone, as the options say it", () => {
		const row = { LoanDate: '2026-03-11', DueDate: '2026-04-01' };
		expect(problemsOf(read(row, { today: '2026-03-11' }))).toEqual([]);
		expect(problemsOf(read(row, { today: '2026-03-10' }))).toHaveLength(1);
	});
});
