import type { INodeProperties } from 'n8n-workflow';
import type { Show } from '../batchOptions';
import type { BatchForm } from '../../run/forms';
import { agentOption, resendOption, sendingOptions } from '../batchOptions';
import { phoneOptions } from '../phoneOptions';

/** The mapping from rows to contacts of a workflow. */
export const contactFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Callee',
		name: 'callee',
		type: 'string',
		displayOptions: { show },
		default: '',
		placeholder: 'e.g. {{ $json.phone }}',
		description:
			"The column with each row's phone number. When empty, the column named callee, which n8n does not let expressions read. All rows are sent together.",
	},
	{
		displayName: 'Case ID',
		name: 'caseId',
		type: 'string',
		displayOptions: { show },
		default: '={{ $json.case_id }}',
		placeholder: 'e.g. {{ $json.customer }}',
		description:
			'The column with your own mark of each row, by which Find finds it. Rows without one are sent without. That AI Rudder takes it here is a guess: leave it empty when rows are refused because of it.',
	},
	{
		displayName: 'Variable Mapping',
		name: 'variableMapping',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		options: [
			{
				name: 'Name Each Variable',
				value: 'properties',
				description: 'Send the variables you list below',
			},
			{
				name: 'Send the Other Columns as They Are',
				value: 'columns',
				description:
					'Send all columns but those of the callee and the case ID, under their own names',
			},
		],
		default: 'columns',
		description: 'Which variables of the template the contacts get. Numbers become texts.',
	},
	{
		displayName: 'Variables',
		name: 'variables',
		type: 'assignmentCollection',
		displayOptions: { show: { ...show, variableMapping: ['properties'] } },
		default: {},
		description: 'The variables of a contact and their values. Drag columns in from the left.',
	},
];

/** @param more what becomes of more rows than one request takes */
export const contactOptions = (
	{ words, contactsPerPlan: { label, option, usual, most } }: BatchForm,
	more: string,
): INodeProperties[] => [
	{
		displayName: label,
		name: option,
		type: 'number',
		typeOptions: { minValue: 1, maxValue: most, numberPrecision: 0 },
		default: usual,
		description: more,
	},
	...sendingOptions(words),
	resendOption,
	agentOption,
	...phoneOptions,
];
