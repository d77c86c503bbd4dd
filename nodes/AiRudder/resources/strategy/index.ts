import type { INodeProperties } from 'n8n-workflow';
import { limitFields } from '../limit';
import { routed } from '../routed';
import { listStrategies } from './list';

const show = { resource: ['strategy'], operation: ['list'] };

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
				routing: routed('GET', '={{ $credentials.strategyListPath }}', listStrategies),
			},
		],
		default: 'list',
	},
	...limitFields(show),
];
