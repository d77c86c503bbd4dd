import { NodeOperationError } from 'n8n-workflow';
import type { RunContext } from './context';
import { labelOf } from './context';

/**
 * The value of an options parameter.
 *
 * @param allowed the first is the default
 * @throws NodeOperationError for a value that the node does not know, which an expression or a workflow
 *   made by hand may hold
 */
export function choice<T extends string>(
	context: RunContext,
	name: string,
	allowed: readonly [T, ...T[]],
): T {
	const given = context.parameter<unknown>(name, allowed[0]);
	const known = allowed.find((value) => value === given);
	if (known !== undefined) return known;
	throw new NodeOperationError(context.node, `'${labelOf(name)}' is '${String(given)}'`, {
		description: `Use one of: ${allowed.join(', ')}`,
		itemIndex: context.firstItem,
	});
}
