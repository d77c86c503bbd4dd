import { NodeOperationError } from 'n8n-workflow';
import type { Row, RowValues } from '../contacts/columns';
import type { ContactResult } from '../contacts/readContact';
import { PROTO } from '../contacts/reading';
import { assignments } from './assignments';
import type { RunContext } from './context';
import type { Setting } from './setting';
import { setting } from './setting';

/** Names with where their values come from. */
export type Sources = Array<[string, Setting]>;

/** What an assignment collection maps. */
export const assignedSources = (context: RunContext, parameter: string): Sources =>
	assignments(context.raw(parameter, {})).map(([name, value]) => [name, setting(context, value)]);

/**
 * Gives the values of a row, in the same map for every row, to be read before the next one: a map for each takes
 * 8 ms more for 10,000 rows.
 */
export function mapped(sources: Sources): (row: Row, index: number) => RowValues {
	const values: RowValues = new Map();
	return (row, index) => {
		for (const [name, source] of sources) values.set(name, source.of(row, index));
		return values;
	};
}

/**
 * `$('Sheet').first()` in place of `$json` would call one person once for every row.
 *
 * @throws NodeOperationError when several rows have one phone number, which cannot differ
 */
export function refuseSamePhone(
	context: RunContext,
	property: string,
	phone: Setting | undefined,
): void {
	if (!phone?.fixed || context.rows.length < 2) return;
	throw new NodeOperationError(
		context.node,
		`'${property}' is the same phone number for all rows`,
		{
			description: `Map the column that holds each row's own number, e.g. {{ $json.${property} }}`,
			itemIndex: context.firstItem,
		},
	);
}

/** Refuses rows with a column whose name JavaScript takes for something else. */
export const refusingProto =
	(read: (row: Row, index: number) => ContactResult) =>
	(row: Row, index: number): ContactResult => {
		if (!Object.hasOwn(row, '__proto__')) return read(row, index);
		const problem = { property: '__proto__', value: row['__proto__'], reason: PROTO };
		return { problems: [problem] };
	};
