import type { INodeProperties } from 'n8n-workflow';
import { PLANS } from '../../run/forms';
import { agentOption, optionsField, resendOption, sendingOptions } from '../batchOptions';
import { contactOptions } from './contactOptions';
import { contactFields, planFields, planOptions } from './fields';

const show = { resource: ['plan'], operation: ['create'] };

export const createFields: INodeProperties[] = [
	...planFields(show),
	{
		displayName: 'Invalid Contacts',
		name: 'invalidContacts',
		type: 'options',
		displayOptions: { show },
		options: [
			{
				name: 'Create the Plan Without Them',
				value: 'createWithout',
				description: 'Good rows are called, bad ones leave through the Rejected output',
			},
			{
				name: 'Create Nothing',
				value: 'createNothing',
				description:
					'Nobody is called when any row is bad; with several plans all are checked first',
			},
		],
		default: 'createWithout',
		description: 'What to do when some rows cannot be called',
	},
	...contactFields(show),
	optionsField(show, [
		...planOptions,
		...sendingOptions(PLANS.words),
		resendOption,
		agentOption,
		...contactOptions,
	]),
];
