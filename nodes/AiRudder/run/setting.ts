import type { Row } from '../contacts/columns';
import { columnPath, NOT_PLAIN, valueAt } from '../contacts/columns';
import type { RunContext } from './context';
import { evaluator } from './evaluator';
import { isRowFree } from './expressions';

/** A parameter's value for a row. `fixed` says that it is the same for all of them. */
export interface Setting {
	fixed: boolean;
	of(row: Row, index: number): unknown;
}

/**
 * Prepares a stored parameter value for reading row by row, as cheaply as its form allows: a fixed value
 * as it is, an expression that does not look at the row evaluated once, an expression that only names a
 * column read from the row, and only the rest through n8n's evaluator.
 */
export function setting(context: RunContext, stored: unknown): Setting {
	if (typeof stored !== 'string' || !stored.startsWith('=')) return fixed(stored);
	const expression = stored.slice(1);
	if (isRowFree(expression)) return fixed(context.evaluate(expression, 0));
	const evaluated = evaluator(context, expression);
	const path = columnPath(stored);
	if (!path) return { fixed: false, of: (_, index) => evaluated(index) };
	return {
		fixed: false,
		of(row, index) {
			const value = valueAt(row, path);
			return value === NOT_PLAIN ? evaluated(index) : value;
		},
	};
}

const fixed = (value: unknown): Setting => ({ fixed: true, of: () => value });
