import type { RowValues } from './columns';
import type { Contact } from './properties';
import type { ContactResult } from './readContact';
import type { Problem, ReadingOptions } from './reading';
import { PROTO, refusalOf } from './reading';
import { readPhone } from './readPhone';

/**
 * Reads a row for a product whose properties are not published: values are sent as they are, so that
 * nothing is checked but that they can be sent, and the phone number when the user names its property.
 */
export function readCustom(
	values: RowValues,
	phoneProperty: string | undefined,
	options: ReadingOptions,
): ContactResult {
	const contact: Contact = {};
	const problems: Problem[] = [];
	for (const [property, value] of values) {
		if (value === undefined || property === phoneProperty) continue;
		const reason = property === '__proto__' ? PROTO : unsendable(value);
		if (reason === undefined) contact[property] = value;
		else problems.push({ property, value: typeof value, reason });
	}
	if (phoneProperty !== undefined) {
		const value = values.get(phoneProperty);
		const reading = readPhone(value, options);
		if ('value' in reading) contact[phoneProperty] = reading.value;
		else problems.push({ property: phoneProperty, value, reason: refusalOf(reading) });
	}
	if (problems.length === 0 && Object.keys(contact).length === 0) {
		problems.push({ property: '', value: undefined, reason: 'The row is empty. Remove it' });
	}
	return problems.length > 0 ? { problems } : { contact: inOrder(contact) };
}

/** A sheet may change the order of its columns without changing anybody's row. */
export const inOrder = (contact: Contact): Contact =>
	Object.fromEntries(Object.entries(contact).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Why a value cannot be written as JSON without loss; undefined when it can. */
function unsendable(value: unknown): string | undefined {
	if (typeof value === 'number') {
		return Number.isFinite(value) ? undefined : `Is ${value}. Correct the formula or the column`;
	}
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
	if (typeof value !== 'object') return `Is a ${typeof value}, which cannot be sent. Remove it`;
	try {
		return JSON.stringify(value, onlyJson) === undefined ? 'Cannot be sent. Remove it' : undefined;
	} catch {
		return 'Is an object that cannot be written as JSON. Remove it';
	}
}

/** JSON would write NaN and Infinity as null, and the service get another value than the row has. */
function onlyJson(_key: string, value: unknown): unknown {
	if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(String(value));
	return value;
}
