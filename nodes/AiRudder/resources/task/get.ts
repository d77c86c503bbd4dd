import type { INodeProperties } from 'n8n-workflow';

/** Where one task is (DOC). */
export const TASK_PATH = '/service/cloud/detail';

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
