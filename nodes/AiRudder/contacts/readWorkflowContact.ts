import type { RowValues } from './columns';
import { PROTO } from './readCustom';
import type { ContactResult } from './readContact';
import { REQUIRED } from './readContact';
import type { Problem, Reading, ReadingOptions } from './reading';
import { describeKind } from './reading';
import { readPhone } from './readPhone';
import { numberAsText, readText } from './readText';

/** The property of a workflow's contact that holds the phone number (CLIENT). */
export const CALLEE = 'callee';

/** Values of one row for a workflow, before they are read. */
export interface WorkflowValues {
	callee: unknown;
	caseId: unknown;
	/** By the name of the variable. */
	variables: RowValues;
}

/**
 * Reads a row as one of a workflow's `details`: `{ callee, variables }` (CLIENT), with `case_id` where the row
 * has one (GUESS: its place; that cases have one is DOC). All problems are found, not the first.
 */
export function readWorkflowContact(
	{ callee, caseId, variables }: WorkflowValues,
	options: ReadingOptions,
): ContactResult {
	const problems: Problem[] = [];
	const take = (property: string, value: unknown, read: Reading<string>): string | undefined => {
		if ('reason' in read) problems.push({ property, value, reason: read.reason });
		return 'value' in read ? read.value : undefined;
	};
	const phone = readPhone(callee, options);
	if ('nothing' in phone) {
		problems.push({ property: CALLEE, value: callee, reason: REQUIRED[phone.nothing] });
	}
	const number = take(CALLEE, callee, phone);
	const case_id = take('case_id', caseId, readText(caseId, {}));
	const texts: Array<[string, string]> = [];
	for (const [name, value] of variables) {
		const text = take(name, value, readVariable(name, value));
		if (text !== undefined) texts.push([name, text]);
	}
	if (problems.length > 0) return { problems };
	// A sheet may change the order of its columns without changing anybody's row.
	texts.sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		contact: {
			[CALLEE]: number,
			...(case_id === undefined ? {} : { case_id }),
			variables: Object.fromEntries(texts),
		},
	};
}

/** Variables are texts (CLIENT). What is written as one must be what the row holds, to the last digit. */
function readVariable(name: string, value: unknown): Reading<string> {
	if (name === '__proto__') return { reason: PROTO };
	if (value === undefined) return { nothing: 'missing' };
	if (value === null) return { nothing: 'null' };
	if (typeof value === 'string') return { value };
	if (typeof value === 'boolean') return { value: String(value) };
	if (typeof value !== 'number') {
		return {
			reason: `Is ${describeKind(value)}, and a variable is a text. Make a text of it, or leave it out by naming each variable`,
		};
	}
	const digits = numberAsText(value);
	if (digits !== undefined) return { value: digits };
	return { reason: `Is the number ${value}, whose digits are not exact. Send it as text` };
}
