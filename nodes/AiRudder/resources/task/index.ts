import type { INodeProperties } from 'n8n-workflow';
import { routed } from '../routed';
import { actFields, CANCEL_PATH, STOP_PATH } from './act';
import { getFields, TASK_PATH } from './get';
import { getAllFields, TASKS_PATH } from './getAll';
import { actOnTask, getTask, getTasks } from './operations';

export const taskDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['task'] } },
		options: [
			{
				name: 'Cancel Number',
				value: 'cancelNumber',
				action: 'Cancel a number in a task',
				description: 'Take one number out, with the fields AI Rudder told you',
				routing: routed('POST', CANCEL_PATH, actOnTask),
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get a task',
				description: 'Get one round of calls, with what became of it so far',
				routing: routed('GET', TASK_PATH, getTask),
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many tasks',
				description: 'Get the tasks of the account, one item each',
				routing: routed('GET', TASKS_PATH, getTasks),
			},
			{
				name: 'Stop',
				value: 'stop',
				action: 'Stop a task',
				description: 'Stop a round of calls, with the fields AI Rudder told you',
				routing: routed('POST', STOP_PATH, actOnTask),
			},
		],
		default: 'get',
	},
	...getFields,
	...getAllFields,
	...actFields,
];
