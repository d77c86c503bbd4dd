import type { INodeProperties } from 'n8n-workflow';
import { declarative } from '../operation';
import { asItem } from '../replies';
import { ServiceFailure } from '../../transport/failure';

/** Where one task is (DOC). */
export const TASK_PATH = '/service/cloud/detail';

/** Get Task: `GET /service/cloud/detail?TaskID=` (path DOC, query CLIENT). Whatever comes is one item (GUESS). */
export const getTask = declarative((context) => {
	const TaskID = String(context.getNodeParameter('taskId', '') ?? '').trim();
	if (TaskID === '') {
		throw new ServiceFailure("'Task ID' is empty", {
			advice: "Use the TaskID of a plan's item, or of a notification",
			acted: 'no',
		});
	}
	return {
		question: { method: 'GET', path: TASK_PATH, query: { TaskID }, harmless: true },
		items: (data) => [asItem(data)],
	};
});

export const getFields: INodeProperties[] = [
	{
		displayName: 'Task ID',
		name: 'taskId',
		type: 'string',
		required: true,
		displayOptions: { show: { resource: ['task'], operation: ['get'] } },
		default: '',
		placeholder: 'e.g. ed517116f46bbe1ff93d29056a717522',
		description: "The TaskID of a plan's item, or of a notification. A task is one round of calls.",
	},
];
