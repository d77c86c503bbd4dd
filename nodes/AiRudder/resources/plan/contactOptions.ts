import type { INodeProperties } from 'n8n-workflow';

/** Options that say how the rows write phones, dates and amounts. */
export const contactOptions: INodeProperties[] = [
	{
		displayName: 'Date Format',
		name: 'dateFormat',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Everything that can be read in one way only',
			},
			{ name: 'Day First', value: 'dayFirst', description: '03/04/2026 is 3 April' },
			{ name: 'ISO', value: 'iso', description: 'Only YYYY-MM-DD, with or without a time' },
			{ name: 'Month First', value: 'monthFirst', description: '03/04/2026 is 4 March' },
			{
				name: 'Sheet Serial Number',
				value: 'serial',
				description: 'Days since 30 December 1899, as Excel and Google Sheets count',
			},
		],
		default: 'auto',
		description: 'How the rows write dates. What could be two dates is rejected, never guessed.',
	},
	{
		displayName: 'Default Country Code',
		name: 'defaultCountryCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 62',
		description:
			'Put in front of numbers without +. One leading 0 is dropped, so 0812 3456 becomes +62 812 3456.',
	},
	{
		displayName: 'Number Format',
		name: 'numberFormat',
		type: 'options',
		options: [
			{ name: '1,234.56', value: 'pointDecimal' },
			{ name: '1.234,56', value: 'commaDecimal' },
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Everything that can be read in one way only',
			},
		],
		default: 'auto',
		description:
			'How the rows write amounts. What could be two amounts is rejected, never guessed.',
	},
	{
		displayName: 'Phone Format',
		name: 'phoneFormat',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Digits without + that could be both are rejected',
			},
			{
				name: 'International',
				value: 'international',
				description: 'Digits without + begin with a country code: 62812… is +62812…',
			},
			{
				name: 'National',
				value: 'national',
				description: 'Digits without + never hold a country code',
			},
		],
		default: 'auto',
		description: 'What phone numbers without + are. Spreadsheets often drop the +.',
	},
	{
		displayName: 'Repeated Numbers',
		name: 'repeatedNumbers',
		type: 'options',
		options: [
			{
				name: 'Keep All',
				value: 'keepAll',
				description: 'The same number may be called more than once',
			},
			{
				name: 'Keep First',
				value: 'keepFirst',
				description: 'Later rows with the number leave through the Rejected output',
			},
		],
		default: 'keepAll',
		description: 'What to do with rows whose phone number stands in an earlier row',
	},
];
