import type { INodeProperties } from 'n8n-workflow';

/** Options that say how the rows write phone numbers. */
export const phoneOptions: INodeProperties[] = [
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
