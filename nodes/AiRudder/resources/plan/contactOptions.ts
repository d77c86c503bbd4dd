import type { INodeProperties } from 'n8n-workflow';
import { phoneOptions } from '../phoneOptions';

/** Options that say how the rows write phones, dates and amounts. */
export const contactOptions: INodeProperties[] = [
	...phoneOptions,
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
];
