/** Why a value cannot be sent: which property, the value as it came, and what to do about it. */
export interface Problem {
	property: string;
	value: unknown;
	/** One sentence or two: what is wrong, then what to do. */
	reason: string;
}

/**
 * What came of reading one value:
 * - `value`: what the service gets;
 * - `nothing`: there is no value, and in which way (the three are told apart in reasons);
 * - `reason`: it cannot be read, and why. `readings` holds both when it could be read two ways.
 */
export type Reading<T extends string | number = string | number> =
	| { value: T }
	| { nothing: 'missing' | 'null' | 'empty' }
	| { reason: string; readings?: [T, T] };

const REQUIRED = {
	missing: 'Is required and the row has no such column. Add the column, or map another one to it',
	null: 'Is required and the row has null (no value) there. Fill it in',
	empty: 'Is required and the cell is empty. Fill it in',
} as const;

/** Why a property that has to be there cannot be sent, when its reading gave no value. */
export const refusalOf = (reading: Exclude<Reading, { value: unknown }>): string =>
	'reason' in reading ? reading.reason : REQUIRED[reading.nothing];

/** Of a column named `__proto__`, which JavaScript takes for something else. */
export const PROTO = 'Is not a column name this node takes. Rename the column';

/** How the user's rows write things. `today` and `dayOf` speak in the workflow's time zone. */
export interface ReadingOptions {
	/** Digits of a country code without `+`, e.g. `62`; undefined when the user gave none. */
	defaultCountryCode?: string;
	/** What digits without `+` are: `auto` refuses those that could be both. */
	phoneFormat: 'auto' | 'international' | 'national';
	dateFormat: 'auto' | 'iso' | 'dayFirst' | 'monthFirst' | 'serial';
	numberFormat: 'auto' | 'pointDecimal' | 'commaDecimal';
	/** `YYYY-MM-DD` of now. */
	today: string;
	/** Day and time of day of an instant (milliseconds since 1970). */
	dayOf: (instant: number) => { day: string; midnight: boolean };
}

/** Says which kind of value stands where a text or number should, in words for a reason. */
export function describeKind(value: unknown): string {
	if (typeof value === 'boolean') return `${value} (a true/false value)`;
	if (Array.isArray(value)) return 'a list';
	if (value instanceof Date) return 'a date';
	if (typeof value === 'object') return 'an object';
	if (typeof value === 'number') return String(value);
	return `a ${typeof value}`;
}

/** The ways of having no value; undefined when there is one. */
export function readNothing(value: unknown): { nothing: 'missing' | 'null' | 'empty' } | undefined {
	if (value === undefined) return { nothing: 'missing' };
	if (value === null) return { nothing: 'null' };
	if (typeof value === 'string' && value.trim() === '') return { nothing: 'empty' };
	return undefined;
}

/** Control characters (Cc), and the two separators that end a line. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** The reason why a text cannot be sent as it is; undefined when it can. */
export function brokenText(text: string): string | undefined {
	const control = CONTROL.exec(text);
	if (control) {
		const code = control[0].charCodeAt(0);
		const name = code === 10 || code === 13 ? 'a line break' : code === 9 ? 'a tab' : undefined;
		return `Contains ${name ?? `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`}. Remove it`;
	}
	if (LONE_SURROGATE.test(text))
		return 'Contains half of a character (broken encoding). Type it again';
	return undefined;
}
