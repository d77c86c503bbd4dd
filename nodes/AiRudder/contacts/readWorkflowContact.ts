import type { RowValues } from './columns';
import type { Contact } from './properties';
import type { ContactResult } from './readContact';
import { inOrder } from './readCustom';
import type { Problem, Reading, ReadingOptions } from './reading';
import { describeKind, PROTO, refusalOf } from './reading';
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
	const contact: Contact = {};
	const texts: Contact = {};
	const take = (into: Contact, property: string, value: unknown, reading: Reading<string>) => {
		if ('value' in reading) into[property] = reading.value;
		if ('reason' in reading) problems.push({ property, value, reason: reading.reason });
	};
	const phone = readPhone(callee, options);
	if ('value' in phone) contact[CALLEE] = phone.value;
	else problems.push({ property: CALLEE, value: callee, reason: refusalOf(phone) });
	take(contact, 'case_id', caseId, readText(caseId, {}));
	for (const [name, value] of variables) take(texts, name, value, readVariable(name, value));
	if (problems.length > 0) return { problems };
	return { contact: { ...contact, variables: inOrder(texts) } };
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
