import type {
	IExecutePaginationFunctions,
	INodeExecutionData,
	INodeListSearchResult,
	INodeProperties,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { toNodeError } from '../../transport/nodeError';
import type { RequestOptions } from '../../transport/requestOptions';
import { fetchStrategies } from './strategies';

/** List Strategies. The path is a GUESS that the credential can correct. */
export async function listStrategies(
	this: IExecutePaginationFunctions,
): Promise<INodeExecutionData[]> {
	try {
		const options = this.getNodeParameter('requestOptions', {}) as RequestOptions;
		const strategies = await fetchStrategies(this, options);
		return strategies.map((json) => ({ json, pairedItem: { item: this.getItemIndex() } }));
	} catch (error) {
		throw toNodeError(this.getNode(), error, this.getItemIndex());
	}
}

/** Strategies shown at once in the drop-down; more come as the user scrolls. */
const PAGE = 200;

/** Fills the drop-down of the parameter 'Strategy', with search. */
export async function searchStrategies(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '0',
): Promise<INodeListSearchResult> {
	try {
		const wanted = filter.trim().toLowerCase();
		const options = (this.getCurrentNodeParameter('requestOptions') ?? {}) as RequestOptions;
		const strategies = await fetchStrategies(this, options);
		const names = strategies.map(({ name }) => name);
		const matches = names.filter((name) => name.toLowerCase().includes(wanted));
		const from = Number(paginationToken);
		const next = from + PAGE;
		return {
			results: matches.slice(from, next).map((name) => ({ name, value: name })),
			paginationToken: next < matches.length ? String(next) : undefined,
		};
	} catch (error) {
		throw toNodeError(this.getNode(), error, 0);
	}
}

const show = { resource: ['strategy'], operation: ['list'] };

export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		displayOptions: { show },
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		displayOptions: { show: { ...show, returnAll: [false] } },
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		routing: { output: { maxResults: '={{ $value }}' } },
	},
];
