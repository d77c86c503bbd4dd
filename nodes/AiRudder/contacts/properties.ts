/**
 * The 13 `Details` properties of a contact of AI Rudder's collection product.
 *
 * Source: AI Rudder's create-plan page (documented). This is the only table of them: the mapper's
 * columns, the checks and the README's table read it.
 */
export interface ContactProperty {
	/** The name the service wants, in its exact spelling. */
	readonly name: PropertyName;
	/** What people see in n8n. */
	readonly label: string;
	readonly kind: 'text' | 'phone' | 'date' | 'amount' | 'gender';
	readonly required: boolean;
	/** Longest text the service takes, in characters. */
	readonly maxLength?: number;
	/** Sent byte for byte, so that it can be matched when the service hands it back. */
	readonly verbatim?: true;
	/** The documented rule, for people. */
	readonly rule: string;
	readonly example: string;
}

export type PropertyName =
	| 'Debtor'
	| 'Mobile'
	| 'LoanDate'
	| 'DueDate'
	| 'LoanAmount'
	| 'Arrears'
	| 'Unit'
	| 'Platform'
	| 'Comments'
	| 'Gender'
	| 'ExtraA'
	| 'ExtraB'
	| 'ExtraC';

/**
 * One contact as the service takes it. Of the collection product: texts, and numbers for the two
 * amounts; of other products whatever their properties hold.
 */
export type Contact = Record<string, unknown>;

const customVariable = {
	kind: 'text',
	required: false,
	rule: 'Custom variable; its meaning depends on the robot',
} as const;

export const CONTACT_PROPERTIES: readonly ContactProperty[] = [
	{
		name: 'Debtor',
		label: 'Debtor',
		kind: 'text',
		required: true,
		maxLength: 64,
		rule: 'Name of the person, at most 64 characters',
		example: 'Siti Rahma',
	},
	{
		name: 'Mobile',
		label: 'Mobile',
		kind: 'phone',
		required: true,
		rule: 'Phone number with + and country code',
		example: '+628123456701',
	},
	{
		name: 'LoanDate',
		label: 'Loan Date',
		kind: 'date',
		required: true,
		rule: 'YYYY-MM-DD, no time of day, not after today, before DueDate',
		example: '2026-01-31',
	},
	{
		name: 'DueDate',
		label: 'Due Date',
		kind: 'date',
		required: true,
		rule: 'YYYY-MM-DD, no time of day, after LoanDate',
		example: '2026-03-02',
	},
	{
		name: 'LoanAmount',
		label: 'Loan Amount',
		kind: 'amount',
		required: true,
		rule: 'Number',
		example: '1500000',
	},
	{
		name: 'Arrears',
		label: 'Arrears',
		kind: 'amount',
		required: true,
		rule: 'Number: total owed, interest included',
		example: '1734500.5',
	},
	{
		name: 'Unit',
		label: 'Unit',
		kind: 'text',
		required: true,
		rule: 'Currency: RP, RMB, USD, INR and others',
		example: 'RP',
	},
	{
		name: 'Platform',
		label: 'Platform',
		kind: 'text',
		required: true,
		maxLength: 20,
		rule: 'At most 20 characters; AI Rudder gives the allowed names',
		example: 'AIRUDDER',
	},
	{
		name: 'Comments',
		label: 'Comments',
		kind: 'text',
		required: false,
		maxLength: 64,
		verbatim: true,
		rule: 'At most 64 characters; handed back as given',
		example: 'ID-001',
	},
	{
		name: 'Gender',
		label: 'Gender',
		kind: 'gender',
		required: false,
		rule: 'male or female; nothing when unknown',
		example: 'female',
	},
	{ name: 'ExtraA', label: 'Extra A', example: 'Jakarta', ...customVariable },
	{ name: 'ExtraB', label: 'Extra B', example: '3 days late', ...customVariable },
	{ name: 'ExtraC', label: 'Extra C', example: 'VIP', ...customVariable },
];
