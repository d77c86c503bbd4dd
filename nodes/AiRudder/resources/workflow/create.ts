import type { INodeProperties } from 'n8n-workflow';
import { NEW_WORKFLOWS } from '../../run/forms';
import { optionsField } from '../batchOptions';
import { contactFields, contactOptions } from './fields';

const show = { resource: ['workflow'], operation: ['create'] };

export const createFields: INodeProperties[] = [
	{
		displayName:
			'AI Rudder documents the template, the names and the end time. How contacts and the end time are written was seen in the client of somebody else. If AI Rudder refuses them, ask it for the form of <code>details</code> and <code>end_time</code>.',
		name: 'createNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Workflow Template ID',
		name: 'templateId',
		type: 'string',
		required: true,
		displayOptions: { show },
		default: '',
		placeholder: 'e.g. 1234',
		description:
			'The number of the template. Templates, with their calls and messages, are set up at AI Rudder.',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		displayOptions: { show },
		default: '',
		placeholder: 'e.g. reminders_january',
		description: 'Name of what is created. Further workflows get -2, -3… behind it.',
	},
	{
		displayName: 'End Time',
		name: 'endTime',
		type: 'dateTime',
		required: true,
		displayOptions: { show },
		default: '',
		description:
			"When the workflow ends. Sent with the offset of this n8n workflow's time zone. For a time from now on use an expression, such as {{ $now.plus(8, 'hours') }}.",
	},
	...contactFields(show),
	optionsField(show, [
		{
			displayName: 'Auto Finish',
			name: 'autoFinish',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 2,
			description:
				'A number that AI Rudder takes as auto_finish. It takes 2 when the option is not there. Ask AI Rudder what the others mean.',
		},
		{
			displayName: 'Workflow Name',
			name: 'workflowName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Reminders',
			description: 'Sent as workflow_name, when AI Rudder asks for it',
		},
		{
			displayName: 'Workflow Template Name',
			name: 'templateName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Reminder Calls',
			description: 'Sent as workflow_template_name, when AI Rudder asks for it',
		},
		...contactOptions(
			NEW_WORKFLOWS,
			'More rows go to further workflows. 10,000 was seen in the client of somebody else.',
		),
	]),
];
