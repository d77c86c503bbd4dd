import { NodeOperationError } from 'n8n-workflow';
import type { Row } from '../contacts/columns';
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

/** The values of one row. */
export const valuesOf = (sources: Sources, row: Row, index: number): Map<string, unknown> =>
	new Map(sources.map(([name, source]) => [name, source.of(row, index)]));

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
