import type {
	IExecutePaginationFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

type Operation = (this: IExecutePaginationFunctions) => Promise<INodeExecutionData[]>;

/**
 * How an operation is told to n8n. The address is read by people who look at the description; the operation
 * itself sends the request, because n8n's own does not see errors under HTTP 200.
 */
export const routed = (
	method: 'GET' | 'POST',
	url: string,
	operation: Operation,
): NonNullable<INodeProperties['routing']> => ({
	request: { method, url },
	operations: { pagination: operation },
	send: { paginate: true },
});
