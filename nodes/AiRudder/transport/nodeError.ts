import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { ServiceFailure } from './failure';

/**
 * Turns whatever went wrong into an n8n error: what happened as message, what to do as description.
 * Built from texts alone, so that no request, header or body travels along inside it.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (!(error instanceof ServiceFailure)) {
		return new NodeOperationError(node, error instanceof Error ? error : String(error), {
			itemIndex,
		});
	}
	return new NodeApiError(
		node,
		{ message: error.message },
		{
			message: error.message,
			description: error.advice,
			httpCode: String(error.serviceCode ?? 'none'),
			itemIndex,
		},
	);
}
