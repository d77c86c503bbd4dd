import type { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { toNodeError } from '../transport/nodeError';
import type { RunContext } from './context';

/**
 * The error of a run over all rows. It is about the plans that it names, or about a setting, so the `[item 0]` that
 * n8n puts behind the heading of an error with an item's number would point at a row that is not to blame.
 */
export function runError(context: RunContext, error: unknown): NodeApiError | NodeOperationError {
	const nodeError = toNodeError(context.node, error, context.firstItem);
	delete nodeError.context.itemIndex;
	return nodeError;
}
