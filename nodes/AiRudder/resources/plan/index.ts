import type { INodeProperties } from 'n8n-workflow';
import { PLAN_PATH } from '../../run/forms';
import { routed } from '../routed';
import { checkFields } from './check';
import { createFields } from './create';
import { checkOneByOne, createOneByOne } from './operations';

const showOnlyForPlans = { resource: ['plan'] };

export const planDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: showOnlyForPlans },
		options: [
			{
				name: 'Check Contacts',
				value: 'check',
				action: 'Check contacts without calling',
				description:
					'Check all rows as Create would, here and at AI Rudder, without calling anybody',
				routing: routed('POST', PLAN_PATH, checkOneByOne),
			},
			{
				name: 'Create',
				value: 'create',
				action: 'Create plan and call people',
				description: 'Call people: turn all rows into calling plans, as few as the service allows',
				routing: routed('POST', PLAN_PATH, createOneByOne),
			},
		],
		default: 'create',
	},
	...createFields,
	...checkFields,
];
