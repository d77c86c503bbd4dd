import type { INodeProperties } from 'n8n-workflow';
import { limitFields } from '../limit';
import { pathField } from '../pathField';

/** Where the tasks are (CLIENT). */
export const TASKS_PATH = '/service/cloud/list';

const show = { resource: ['task'], operation: ['getAll'] };

export const getAllFields: INodeProperties[] = [
	{
		displayName:
			'How AI Rudder lists tasks is not documented publicly. The address was seen in the client of somebody else. If the list looks cut off, ask AI Rudder which query parameters it takes, and add them below.',
		name: 'listNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	...limitFields(show),
	pathField(show, TASKS_PATH),
	{
		displayName: 'Query Parameters',
		name: 'queryParameters',
		type: 'assignmentCollection',
		displayOptions: { show },
		default: {},
		description: 'Sent as they are, for example to ask for a day or a page. Nothing is added.',
	},
];
