import type { IDataObject, IExecutePaginationFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNodeError } from '../transport/nodeError';
import type { ServiceContext, ServiceRequest } from '../transport/request';
import { callService } from '../transport/request';
import type { RequestOptions } from '../transport/requestOptions';
import { networkOf } from '../transport/requestOptions';
import { withRetries } from '../transport/retry';

/** Milliseconds to wait for an answer unless the user says otherwise. */
const TIMEOUT = 30_000;

/** What an operation asks of the service. */
export interface Question extends Pick<
	ServiceRequest,
	'method' | 'path' | 'query' | 'body' | 'binary'
> {
	/** Whether asking twice does no harm, as with everything that only reads. */
	harmless: boolean;
}

/**
 * Asks the service once, and again when the failure may pass: after any for a harmless question, else only
 * after those in which the service certainly did nothing.
 *
 * @param options the user's Request Options
 * @returns the reply's `data`
 * @throws ServiceFailure
 */
export async function ask(
	context: ServiceContext,
	{ harmless, ...question }: Question,
	options: RequestOptions,
): Promise<unknown> {
	const request = {
		...question,
		timeout: options.timeout || TIMEOUT,
		network: networkOf(options),
	};
	return await withRetries(
		async () => await callService(context, request),
		({ acted }) => harmless || acted === 'no',
	);
}

interface Exchange {
	question: Question;
	/** Reads the items out of the reply's `data`. */
	items: (data: unknown) => IDataObject[];
}

/**
 * An operation that n8n's declarative engine runs once for each input item: asks one question, and hands on
 * the items in the answer, paired with the input item.
 *
 * @throws NodeApiError or NodeOperationError with the item's number
 */
export const declarative = (
	prepare: (context: IExecutePaginationFunctions) => Exchange | Promise<Exchange>,
) =>
	async function (this: IExecutePaginationFunctions): Promise<INodeExecutionData[]> {
		const item = this.getItemIndex();
		try {
			const { question, items } = await prepare(this);
			const options = this.getNodeParameter('requestOptions', {}) as RequestOptions;
			const data = await ask(this, question, options);
			return items(data).map((json) => ({ json, pairedItem: { item } }));
		} catch (error) {
			throw toNodeError(this.getNode(), error, item);
		}
	};
