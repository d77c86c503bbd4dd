import type { INodeProperties } from 'n8n-workflow';
import { limitFields } from '../limit';
import { later } from '../../later';
import { routed } from '../routed';

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
				routing: routed(
					'GET',
					'={{ $credentials.strategyListPath }}',
					later(async () => (await import('./list')).listStrategies),
				),
			},
		],
		default: 'list',
	},
	...limitFields(show),
];
