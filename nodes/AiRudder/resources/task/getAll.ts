import type { INodeProperties } from 'n8n-workflow';
import { limitFields } from '../limit';
import { declarative } from '../operation';
import { asItem, listIn } from '../replies';
import { pathField, pathOf, userFields } from '../userFields';

/** Where the tasks are (CLIENT). */
export const TASKS_PATH = '/service/cloud/list';

/** Get Many Tasks: `GET /service/cloud/list` (path CLIENT; query and reply not known). */
export const getTasks = declarative((context) => ({
	question: {
		method: 'GET',
		path: pathOf(context),
		query: userFields(context, 'queryParameters'),
		harmless: true,
	},
	items: (data) =>
		listIn(data, 'tasks', "Correct 'Path', or ask AI Rudder which query parameters it wants").map(
			asItem,
		),
}));

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
