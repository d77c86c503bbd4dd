import type { INodeProperties } from 'n8n-workflow';
import { pathField } from '../pathField';

/** Where a task is stopped, and a number taken out (CLIENT, both). */
export const STOP_PATH = '/service/cloud/operation';
export const CANCEL_PATH = '/service/cloud/cancelphonecall';

const fieldsOf = (operation: string, path: string): INodeProperties[] => {
	const show = { resource: ['task'], operation: [operation] };
	return [
		{
			displayName:
				'What AI Rudder wants in this request is not documented publicly. The address was seen in the client of somebody else. Ask AI Rudder for the names of the fields and enter them below: nothing is added to them.',
			name: 'bodyNotice',
			type: 'notice',
			default: '',
			displayOptions: { show },
		},
		{
			displayName: 'Body Fields',
			name: 'bodyFields',
			type: 'assignmentCollection',
			required: true,
			displayOptions: { show },
			default: {},
			description: 'The fields of the request, as AI Rudder names them',
		},
		pathField(show, path),
	];
};

export const actFields: INodeProperties[] = [
	...fieldsOf('stop', STOP_PATH),
	...fieldsOf('cancelNumber', CANCEL_PATH),
];
