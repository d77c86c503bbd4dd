import type { Row, RowValues } from '../../../nodes/AiRudder/contacts/columns';
import { automaticMapping, columnPath, valueAt } from '../../../nodes/AiRudder/contacts/columns';
import { readContact } from '../../../nodes/AiRudder/contacts/readContact';
import { inProcessZone, options, problemsOf } from './build';
import type { Source } from './sourceRows';
import { SOURCES } from './sourceRows';

const loan = { LoanDate: '2026-01-31', DueDate: '2026-03-02', Unit: 'RP', Platform: 'Pinjam' };

/** What the service gets for the three borrowers, wherever they come from. */
const DETAILS = [
	{
		...loan,
		Debtor: 'José Núñez',
		Mobile: '+628123456701',
		LoanAmount: 1_500_000,
		Arrears: 1_734_500.5,
		Comments: 'ID-001',
		Gender: 'female',
	},
	{
		...loan,
		Debtor: 'Budi',
		Mobile: '+628123456702',
		LoanAmount: 2_000_000,
		Arrears: 2_100_000,
	},
	{
		...loan,
		Debtor: 'Agus',
		Mobile: '+628123456703',
		LoanAmount: 1_500_000,
		Arrears: 0,
		Gender: 'male',
	},
];

function valuesOf({ mapping }: Source): (row: Row) => RowValues {
	if (!mapping) {
		const map = automaticMapping();
		return (row) => {
			const { values, problems } = map(row);
			if (problems.length > 0) throw new Error(problems[0]?.reason);
			return values;
		};
	}
	const paths = Object.entries(mapping).map(([name, expression]) => {
		const path = columnPath(expression);
		if (!path) throw new Error(`${expression} is no column`);
		return [name, path] as const;
	});
	return (row) => new Map(paths.map(([name, path]) => [name, valueAt(row, path)]));
}

const read = (source: Source) => {
	const values = valuesOf(source);
	return source.rows.map((row) => readContact(values(row), options(source.options)));
};

it.each(SOURCES)('the three borrowers from $name', (source) => {
	inProcessZone(source.processZone ?? 0, () => {
		expect(read(source)).toEqual(DETAILS.map((contact) => ({ contact })));
	});
});

describe('a row that cannot be read for certain is refused, and says how to settle it', () => {
	const good = { Debtor: 'Budi', Mobile: '+628123456702', LoanAmount: 1, Arrears: 1, ...loan };

	it.each([
		[
			'Google Sheets, a phone with its country code as a number',
			{ Mobile: 628123456702 },
			"'Phone Format'",
		],
		['Google Sheets, an American date', { DueDate: '3/2/2026' }, "'Date Format'"],
		['Google Sheets Trigger, where 0 becomes empty', { Arrears: '' }, 'the cell is empty'],
		['Google Sheets, Values (formatted)', { Arrears: 'Rp1.734.500,50' }, 'Leave out currency'],
		['Google Sheets, an error cell', { Arrears: '#N/A' }, 'not a plain number'],
		['Excel, a cell whose digits are lost', { Mobile: '6.28E+11' }, 'Format the column as text'],
		['CSV, a year of two digits', { DueDate: '3/2/26' }, 'Write YYYY-MM-DD'],
		['CSV, thousands or thousandths', { Arrears: '1.734' }, "'Number Format'"],
		['CSV, a cell left empty: no key', { Mobile: undefined }, 'no such column'],
		['HubSpot, a whole property mapped', { Mobile: { value: '+62812' } }, 'an object'],
		['Airtable, a lookup field', { Mobile: ['+628123456702'] }, 'a list'],
		['Airtable, a ticked box', { Comments: true }, 'a true/false value'],
		['Postgres, infinity', { DueDate: 'infinity' }, 'Write YYYY-MM-DD'],
		['Postgres 2.6, infinity', { DueDate: Number.POSITIVE_INFINITY }, 'Is Infinity'],
		['Postgres, money', { Arrears: '$1,734,500.50' }, 'Leave out currency'],
		['MySQL, a zero date', { DueDate: '0000-00-00' }, 'Has the month 0'],
		['MySQL 2.0, a zero date', { LoanDate: new Date(Date.UTC(1899, 10, 30)) }, 'Has the year 1899'],
	])('%s', (_, changes, advice) => {
		const row = new Map(Object.entries({ ...good, ...changes }));
		const problems = problemsOf(readContact(row, options({ defaultCountryCode: '62' })));
		expect(problems.map(({ property }) => property)).toEqual(Object.keys(changes));
		expect(problems[0]?.reason).toContain(advice);
	});
});
