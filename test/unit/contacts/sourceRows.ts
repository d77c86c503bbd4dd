import type { Row } from '../../../nodes/AiRudder/contacts/columns';
import type { PropertyName } from '../../../nodes/AiRudder/contacts/properties';
import { CONTACT_PROPERTIES } from '../../../nodes/AiRudder/contacts/properties';
import type { ReadingOptions } from '../../../nodes/AiRudder/contacts/reading';
import { zone } from './build';

/**
 * The same three borrowers as n8n's own nodes put them into `item.json`, with the options that a user
 * of that source sets. Taken from runs and reads of n8n-nodes-base 2.41.1.
 */
export interface Source {
	/** The node, its version, and what is special about the case. */
	name: string;
	rows: Row[];
	/** What each below maps, as drag and drop writes it. Automatic without it. */
	mapping?: Partial<Record<PropertyName, string>>;
	options?: Partial<ReadingOptions>;
	/** Hours east of UTC of the n8n process, where that matters. */
	processZone?: number;
}

const DAYS = { LoanDate: '2026-01-31', DueDate: '2026-03-02' };
const LOAN = { Unit: 'RP', Platform: 'Pinjam' };
const INDONESIA = { defaultCountryCode: '62' };

/** Rows of a source with the property names as columns, from what its three rows have of their own. */
const rows = (same: Row, ...own: [Row, Row, Row]): Row[] => own.map((row) => ({ ...same, ...row }));

/** Columns of the same name behind some path, or with something behind them. */
const mapAll = (expression: (name: PropertyName) => string): Source['mapping'] =>
	Object.fromEntries(CONTACT_PROPERTIES.map(({ name }) => [name, expression(name)]));

/** JSON numbers and texts, days as YYYY-MM-DD: Salesforce and Airtable agree in that. */
const plain = (empty: Row): [Row, Row, Row] => [
	{
		Debtor: 'José Núñez',
		Mobile: '+628123456701',
		LoanAmount: 1500000,
		Arrears: 1734500.5,
		Gender: 'female',
		Comments: 'ID-001',
	},
	{ Debtor: 'Budi', Mobile: '+628123456702', LoanAmount: 2000000, Arrears: 2100000, ...empty },
	{
		Debtor: 'Agus',
		Mobile: '+628123456703',
		LoanAmount: 1500000,
		Arrears: 0,
		...('Comments' in empty ? { Comments: empty.Comments } : {}),
		Gender: 'male',
	},
];

/** The three with their numbers as texts, as databases and HubSpot have them. */
const asTexts = (arrears: [string, string, string], empty: Row): [Row, Row, Row] => {
	const [one, two, three] = plain(empty);
	return [
		{ ...one, LoanAmount: '1500000', Arrears: arrears[0] },
		{ ...two, LoanAmount: '2000000', Arrears: arrears[1] },
		{ ...three, LoanAmount: '1500000', Arrears: arrears[2] },
	];
};

const sheet = (dates: Row): Row[] => {
	const [one, two, three] = plain({ Gender: '', Comments: '' });
	return rows(
		{ ...LOAN, ...dates, DoNotCall: false },
		{ row_number: 2, ...one, DoNotCall: true },
		{ row_number: 3, ...two, Mobile: 8123456702 },
		{ row_number: 4, ...three, Mobile: 8123456703 },
	);
};

const file = (): [Row, Row, Row] => {
	const [one, two, three] = plain({});
	return [one, { ...two, Mobile: 8123456702 }, { ...three, Mobile: '08123456703', Comments: '' }];
};

const renamed = (row: Row, name: (column: string) => string): Row =>
	Object.fromEntries(Object.entries(row).map(([column, value]) => [name(column), value]));

const csv = (dates: Row, amounts: [Row, Row, Row]): Row[] =>
	plain({}).map((row, index) => ({
		'\ufeffDebtor': row.Debtor,
		...renamed({ ...row, ...amounts[index], ...LOAN, ...dates }, (column) =>
			column === 'Debtor' ? 'DoNotCall' : column.replace(/(?<=[a-z])(?=[A-Z])/, ' '),
		),
		...(row.Gender === 'male' ? { Gender: ' male ', Mobile: '08123456703' } : {}),
	}));

const crm: Record<string, string> = {
	Debtor: 'full_name',
	Mobile: 'mobilephone',
	LoanDate: 'loan_date',
	DueDate: 'due_date',
	LoanAmount: 'loan_amount',
	Arrears: 'arrears',
};
const inCrm = (column: string) => crm[column] ?? column.toLowerCase();

const hubspot = (dates: Row, empty: Row, wrap: (value: unknown) => unknown): Row[] =>
	asTexts(['1734500.50', '2100000', '0'], empty).map((row, index) => ({
		id: `10${index}`,
		properties: Object.fromEntries(
			Object.entries(renamed({ ...row, ...LOAN, ...dates }, inCrm)).map(([name, value]) => [
				name,
				wrap(value),
			]),
		),
	}));

const postgres = (dates: Row): Row[] =>
	rows(
		{ ...LOAN, ...dates, Unit: 'RP  ' /* char(4), padded */ },
		...asTexts(['1734500.50', '2100000.00', '0.00'], { Gender: null, Comments: null }),
	);

export const SOURCES: Source[] = [
	{
		name: 'Google Sheets 4.7, dates displayed as YYYY-MM-DD, two phones as numbers',
		rows: sheet(DAYS),
		options: INDONESIA,
	},
	{
		name: 'Google Sheets 4.7, dates displayed the Indonesian way',
		rows: sheet({ LoanDate: '31/01/2026', DueDate: '02/03/2026' }),
		options: { ...INDONESIA, dateFormat: 'dayFirst' },
	},
	{
		name: 'Google Sheets 4.7, Date: Serial Number',
		rows: sheet({ LoanDate: 46053, DueDate: 46083.385416666664 }),
		options: INDONESIA,
	},
	{
		name: 'Excel file, Extract from File 1.1: serial numbers, empty cells without a key',
		rows: rows({ ...LOAN, LoanDate: 46053, DueDate: 46083 }, ...file()),
		options: INDONESIA,
	},
	{
		name: 'CSV, Extract from File 1.1: byte order mark, all texts, American amounts',
		rows: csv({ LoanDate: '31-Jan-2026', DueDate: '02/03/2026' }, [
			{ LoanAmount: '1,500,000', Arrears: '1,734,500.50' },
			{ LoanAmount: '2000000', Arrears: '2100000.00' },
			{ LoanAmount: '1,500,000', Arrears: '0' },
		]),
		options: { ...INDONESIA, dateFormat: 'dayFirst', numberFormat: 'pointDecimal' },
	},
	{
		name: 'CSV, Extract from File 1.1: Indonesian amounts',
		rows: csv({ LoanDate: '31.01.2026', DueDate: '2.3.2026' }, [
			{ LoanAmount: '1.500.000', Arrears: '1.734.500,50' },
			{ LoanAmount: '2.000.000', Arrears: '2100000,00' },
			{ LoanAmount: '1.500.000', Arrears: '0' },
		]),
		options: { ...INDONESIA, dateFormat: 'dayFirst', numberFormat: 'commaDecimal' },
	},
	{
		name: 'HubSpot 2.2, Get Many: { value }, midnight UTC in milliseconds as text',
		rows: hubspot({ LoanDate: '1769817600000', DueDate: '1772409600000' }, {}, (value) => ({
			value,
		})),
		mapping: mapAll((name) => `={{ $json.properties.${inCrm(name)}.value }}`),
		options: { dayOf: zone('America/New_York') },
	},
	{
		name: 'HubSpot 2.2, Search: plain properties, null where empty',
		rows: hubspot(DAYS, { Gender: null, Comments: null }, (value) => value),
		mapping: mapAll((name) => `={{ $json.properties.${inCrm(name)} }}`),
	},
	{
		name: 'Salesforce 1.1: custom fields, null where empty',
		rows: rows({ ...LOAN, ...DAYS }, ...plain({ Gender: null, Comments: null })).map((row) => ({
			attributes: { type: 'Loan__c', url: '/services/data/v59.0/sobjects/Loan__c/a01' },
			Id: 'a01',
			...renamed(row, (column) => `${column}__c`),
			LastModifiedDate: '2026-01-31T09:15:00.000+0000',
		})),
		mapping: mapAll((name) => `={{ $json.${name}__c }}`),
	},
	{
		name: 'Airtable 2.2: under fields, empty cells without a key',
		rows: rows({ ...LOAN, ...DAYS }, ...plain({})).map((fields) => ({
			id: 'rec1',
			createdTime: '2026-01-31T02:15:00.000Z',
			fields,
		})),
		mapping: mapAll((name) => `={{ $json.fields["${name}"] }}`),
	},
	{
		name: 'Airtable 2.1: flat',
		rows: rows({ id: 'rec1', ...LOAN, ...DAYS }, ...plain({})),
	},
	{ name: 'Postgres 2.7: numeric as text, char padded', rows: postgres(DAYS) },
	{
		name: 'Postgres 2.6: live Dates, midnight of the process in Jakarta',
		rows: postgres({
			LoanDate: new Date('2026-01-30T17:00:00Z'),
			DueDate: new Date('2026-03-01T17:00:00Z'),
		}),
		processZone: 7,
	},
	{
		name: 'Postgres 2.6 behind Edit Fields, pinned, or after a Wait: the same as texts',
		rows: postgres({ LoanDate: '2026-01-30T17:00:00.000Z', DueDate: '2026-03-01T17:00:00.000Z' }),
		options: { dayOf: zone('Asia/Jakarta') },
	},
	{
		name: 'Postgres Trigger: under payload',
		rows: rows({ ...LOAN, ...DAYS }, ...plain({ Gender: null, Comments: null })).map((payload) => ({
			payload,
		})),
		mapping: mapAll((name) => `={{ $json.payload.${name} }}`),
	},
	{
		name: 'MySQL 2.5: decimals as text, date-times with a space',
		rows: rows(
			{ ...LOAN, LoanDate: '2026-01-31', DueDate: '2026-03-02 00:00:00', DoNotCall: 1 },
			...asTexts(['1734500.50', '2100000.00', '0.00'], { Gender: null, Comments: null }),
		),
	},
];
