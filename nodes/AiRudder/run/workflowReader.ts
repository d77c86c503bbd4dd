import type { Row, RowValues } from '../contacts/columns';
import { columnPath } from '../contacts/columns';
import type { ReadingOptions } from '../contacts/reading';
import { CALLEE, readWorkflowContact } from '../contacts/readWorkflowContact';
import { choice } from './choice';
import type { ContactReader } from './contactReader';
import type { RunContext } from './context';
import { assignedSources, mapped, refuseSamePhone, refusingProto } from './mapping';
import { setting } from './setting';

/** n8n's evaluator refuses whatever is named so, so that people cannot map the column themselves. */
const CALLEE_COLUMN = '={{ $json.callee }}';

/** How rows become contacts of a workflow, as the node's parameters say. */
export function workflowReader(context: RunContext, reading: ReadingOptions): ContactReader {
	const stored = [context.raw('callee', '') || CALLEE_COLUMN, context.raw('caseId', '')];
	const [callee, caseId] = stored.map((one) => setting(context, one));
	refuseSamePhone(context, CALLEE, callee);
	const variablesOf = variableMapping(context, new Set(stored.flatMap(columnOf)));
	return {
		phoneProperty: CALLEE,
		read: refusingProto((row, index) =>
			readWorkflowContact(
				{
					callee: callee?.of(row, index),
					caseId: caseId?.of(row, index),
					variables: variablesOf(row, index),
				},
				reading,
			),
		),
	};
}

/** The column that a mapping takes whole, if it takes one. */
function columnOf(stored: unknown): string[] {
	const path = typeof stored === 'string' ? columnPath(stored) : undefined;
	return path?.length === 1 ? [...path] : [];
}

/** @param taken columns that are mapped already, which are no variables */
function variableMapping(
	context: RunContext,
	taken: ReadonlySet<string>,
): (row: Row, index: number) => RowValues {
	if (choice(context, 'variableMapping', ['columns', 'properties']) === 'columns') {
		return (row) => new Map(Object.entries(row).filter(([column]) => !taken.has(column)));
	}
	return mapped(assignedSources(context, 'variables'));
}
