import { NodeOperationError } from 'n8n-workflow';
import type { RunContext } from './context';

/**
 * An option that is a count from 1 to `most`, the same for all rows.
 *
 * @param label as the editor shows it
 * @throws NodeOperationError when it is something else
 */
export function wholeNumber(
	context: RunContext,
	option: string,
	label: string,
	fallback: number,
	most: number,
): number {
	const given = context.parameter<unknown>(`options.${option}`, fallback);
	const count = Number(given);
	if (Number.isInteger(count) && count >= 1 && count <= most) return count;
	throw new NodeOperationError(context.node, `'${label}' is ${String(given)}`, {
		description: `Use a whole number from 1 to ${most}. Without the option it is ${fallback}`,
		itemIndex: context.firstItem,
	});
}
