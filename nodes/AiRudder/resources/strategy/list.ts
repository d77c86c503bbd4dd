import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { toNodeError } from '../../transport/nodeError';
import type { RequestOptions } from '../../transport/requestOptions';
import { ask, declarative } from '../operation';
import { readStrategies, strategyQuestion } from './strategies';

/** List Strategies. */
export const listStrategies = declarative(async (context) => ({
	question: await strategyQuestion(context),
	items: readStrategies,
}));

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
		const strategies = readStrategies(await ask(this, await strategyQuestion(this), options));
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
