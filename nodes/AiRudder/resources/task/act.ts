import type { INodeProperties } from 'n8n-workflow';
import { ServiceFailure } from '../../transport/failure';
import { declarative } from '../operation';
import { asItem } from '../replies';
import { pathField, pathOf, userFields } from '../userFields';

/** Where a task is stopped, and a number taken out (CLIENT, both). */
export const STOP_PATH = '/service/cloud/operation';
export const CANCEL_PATH = '/service/cloud/cancelphonecall';

/**
 * Stop Task and Cancel Number: `POST` with the fields the user gives, because the body is not known. Repeated
 * only when the service certainly did nothing.
 */
export const actOnTask = declarative((context) => {
	const body = userFields(context, 'bodyFields');
	if (Object.keys(body).length === 0) {
		throw new ServiceFailure("'Body Fields' is empty", {
			advice: 'Ask AI Rudder which fields this request wants, and add them',
			acted: 'no',
		});
	}
	return {
		question: { method: 'POST', path: pathOf(context), body, harmless: false },
		items: (data) => [asItem(data)],
	};
});

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
