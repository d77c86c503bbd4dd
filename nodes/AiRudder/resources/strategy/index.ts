import type { INodeProperties } from 'n8n-workflow';
import { listFields, listStrategies } from './list';

export const strategyDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['strategy'] } },
		options: [
			{
				name: 'List',
				value: 'list',
				action: 'List strategies',
				description: 'Get the strategies of the account, one item each',
				routing: {
					request: { method: 'GET', url: '={{ $credentials.strategyListPath }}' },
					operations: { pagination: listStrategies },
					send: { paginate: true },
				},
			},
		],
		default: 'list',
	},
	...listFields,
];
