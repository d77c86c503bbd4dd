import type { INodeProperties } from 'n8n-workflow';
import { PLAN_PATH } from '../../run/callingPlan';
import { checkFields, checkOneByOne } from './check';
import { createFields, createOneByOne } from './create';

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
				routing: {
					request: { method: 'POST', url: PLAN_PATH },
					operations: { pagination: checkOneByOne },
					send: { paginate: true },
				},
			},
			{
				name: 'Create',
				value: 'create',
				action: 'Create plan',
				description: 'Call people: turn all rows into calling plans, as few as the service allows',
				routing: {
					request: { method: 'POST', url: PLAN_PATH },
					operations: { pagination: createOneByOne },
					send: { paginate: true },
				},
			},
		],
		default: 'create',
	},
	...createFields,
	...checkFields,
];
