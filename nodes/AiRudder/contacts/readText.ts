import type { ContactProperty } from './properties';
import type { Reading } from './reading';
import { brokenText, describeKind, readNothing } from './reading';

/**
 * Reads a text. Whole numbers become their digits; longer texts than the service takes are refused,
 * never cut. Spaces at the ends are dropped, except where the service hands the text back as given.
 */
export function readText(
	value: unknown,
	{ maxLength, verbatim }: Pick<ContactProperty, 'maxLength' | 'verbatim'>,
): Reading<string> {
	const nothing = readNothing(value);
	if (nothing) return nothing;

	let text: string;
	if (typeof value === 'string') {
		text = verbatim ? value : value.trim();
	} else if (typeof value === 'number') {
		const number = numberAsText(value);
		if (number === undefined) {
			return { reason: `Is the number ${value}, whose digits are not exact. Send it as text` };
		}
		text = number;
	} else {
		return { reason: `Is ${describeKind(value)}, not a text. Map a column that holds a text` };
	}

	const broken = brokenText(text);
	if (broken) return { reason: broken };
	if (maxLength !== undefined && text.length > maxLength) {
		// Counted in characters as people see code points; only texts with room for doubt get here.
		const length = [...text].length;
		if (length > maxLength) {
			return { reason: `Has ${length} characters, at most ${maxLength} are allowed. Shorten it` };
		}
	}
	return { value: text };
}

/** The digits of a number that a text can hold exactly; undefined when there are none. */
export function numberAsText(value: number): string | undefined {
	if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
	const text = String(value);
	return text.includes('e') ? undefined : text;
}
