import type { INodeProperties } from 'n8n-workflow';
import { ADD_PATH, MORE_CONTACTS } from '../../run/forms';
import { optionsField } from '../batchOptions';
import { pathField } from '../pathField';
import { contactFields, contactOptions } from './fields';

const show = { resource: ['workflow'], operation: ['addContacts'] };

export const addFields: INodeProperties[] = [
	{
		displayName:
			'How contacts are added to a workflow is not documented publicly. The address and the fields were seen in the client of somebody else. If AI Rudder refuses the request, ask it for both and correct Path.',
		name: 'addNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Workflow ID',
		name: 'workflowId',
		type: 'string',
		required: true,
		displayOptions: { show },
		default: '',
		placeholder: 'e.g. {{ $json.workflow_id }}',
		description: 'The workflow_id of a created workflow, or of a notification',
	},
	...contactFields(show),
	pathField(show, ADD_PATH),
	optionsField(
		show,
		contactOptions(
			MORE_CONTACTS,
			'More rows are added in further requests. A workflow holds 10,000 in the client of somebody else.',
		),
	),
];
