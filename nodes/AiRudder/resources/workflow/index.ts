import type { INodeProperties } from 'n8n-workflow';
import { ADD_PATH, CREATE_PATH } from '../../run/forms';
import { routed } from '../routed';
import { addFields } from './addContacts';
import { createFields } from './create';
import { FIND_PATH, findFields } from './find';
import { find } from './findCases';
import { addOneByOne, createOneByOne } from './operations';

export const workflowDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['workflow'] } },
		options: [
			{
				name: 'Add Contacts',
				value: 'addContacts',
				action: 'Add contacts to a workflow and call them',
				description: 'Call people: add all rows to a workflow that exists',
				routing: routed('POST', ADD_PATH, addOneByOne),
			},
			{
				name: 'Create',
				value: 'create',
				action: 'Create workflow and call people',
				description: 'Call people: turn all rows into a workflow made from a template',
				routing: routed('POST', CREATE_PATH, createOneByOne),
			},
			{
				name: 'Find',
				value: 'find',
				action: 'Find a case or number in workflows',
				description: 'Find what became of a case or a phone number, in all workflows',
				routing: routed('POST', FIND_PATH, find),
			},
		],
		default: 'create',
	},
	...createFields,
	...addFields,
	...findFields,
];
