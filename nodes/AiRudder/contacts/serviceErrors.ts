import type { Contact } from './properties';
import type { Problem } from './reading';

/** What the service refused, by position in the plan, and what could not be matched to a row. */
export interface ServiceErrors {
	rejected: Map<number, Problem[]>;
	unmatched: unknown[];
}

const NUMBER_KEYS = ['Mobile', 'mobile', 'phone', 'Phone', 'callee', 'number', 'Number'];
const REASON_KEYS = ['message', 'Message', 'reason', 'Reason', 'error', 'Error', 'msg', 'detail'];
const PROPERTY_KEYS = ['property', 'Property', 'field', 'Field', 'key'];
const POSITION_KEYS = {
	zero: ['index', 'Index', 'idx'],
	one: ['row', 'Row', 'line', 'Line', 'position'],
};

/**
 * Matches the entries of `detail_error_list` to the contacts of the plan that was sent.
 *
 * The list is documented as an array of string and shown empty only, so the shapes of its entries are
 * a GUESS: texts and objects are read, by phone number first, else by position. `index` and
 * `Details[3]` count from 0, `row` and `line` from 1. A position together with a number must agree with
 * it. What cannot be matched is kept: a row wrongly told as refused could be sent, and called, twice.
 */
export function matchServiceErrors(
	list: readonly unknown[],
	contacts: readonly Contact[],
	phoneProperty = 'Mobile',
): ServiceErrors {
	const rejected = new Map<number, Problem[]>();
	const unmatched: unknown[] = [];
	if (list.length === 0) return { rejected, unmatched };
	const positions = positionsByNumber(contacts, phoneProperty);
	for (const entry of list) {
		const clues = cluesOf(entry);
		const position = locate(clues, positions, contacts.length, rejected);
		if (position === undefined) {
			unmatched.push(entry);
			continue;
		}
		const { property } = clues;
		const contact = contacts[position] ?? {};
		const value = Object.hasOwn(contact, property) ? contact[property] : undefined;
		const problems = rejected.get(position) ?? [];
		problems.push({ property, value, reason: clues.reason });
		rejected.set(position, problems);
	}
	return { rejected, unmatched };
}

interface Clues {
	digits?: string;
	position?: number;
	property: string;
	reason: string;
}

function cluesOf(entry: unknown): Clues {
	if (typeof entry === 'string') return cluesOfText(entry);
	if (typeof entry !== 'object' || entry === null) return { property: '', reason: String(entry) };
	const get = (keys: readonly string[]) =>
		keys.filter((key) => Object.hasOwn(entry, key)).map((key) => (entry as Contact)[key])[0];
	const reason = get(REASON_KEYS);
	const zero = toPosition(get(POSITION_KEYS.zero));
	const one = toPosition(get(POSITION_KEYS.one));
	const inText = typeof reason === 'string' ? cluesOfText(reason) : undefined;
	const digits = digitsOf(get(NUMBER_KEYS));
	return {
		digits: digits === '' ? inText?.digits : digits,
		position: zero ?? (one === undefined ? inText?.position : one - 1),
		property: textOf(get(PROPERTY_KEYS)) ?? inText?.property ?? '',
		reason: typeof reason === 'string' ? reason : JSON.stringify(entry),
	};
}

/** A position in a text: at its beginning, or behind in, at or for. `SIP line 2` is none. */
const ROW = /(?:^|\b(?:in|at|for) )(?:row|line|no\.?|#)[ :#]{0,3}(\d{1,5})\b/i;

function cluesOfText(text: string): Clues {
	const inDetails = /details\[(\d+)\]/i.exec(text)?.[1];
	const inRow = ROW.exec(text)?.[1];
	const position =
		inDetails !== undefined ? Number(inDetails) : inRow ? Number(inRow) - 1 : undefined;
	return {
		digits:
			digitsOf(/\+?\d[\d ()-]{5,18}\d/.exec(text.replace(/\d{4}-\d{2}-\d{2}/g, ''))?.[0]) ||
			undefined,
		position,
		property:
			/\b(Debtor|LoanDate|DueDate|LoanAmount|Arrears|Unit|Platform|Comments|Gender|Extra[ABC])\b/.exec(
				text,
			)?.[1] ?? (/\bmobile\b/i.test(text) ? 'Mobile' : ''),
		reason: text,
	};
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

const toPosition = (value: unknown): number | undefined =>
	(typeof value === 'number' || typeof value === 'string') && /^\d{1,5}$/.test(String(value))
		? Number(value)
		: undefined;

const digitsOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\D/g, '') : '';

function positionsByNumber(
	contacts: readonly Contact[],
	phoneProperty: string,
): Map<string, number[]> {
	const positions = new Map<string, number[]>();
	for (const [position, contact] of contacts.entries()) {
		const digits = digitsOf(contact[phoneProperty]);
		const same = positions.get(digits);
		if (same) same.push(position);
		else positions.set(digits, [position]);
	}
	return positions;
}

/** With several rows of the same number, each entry takes the first that has none yet. */
function locate(
	{ digits, position }: Clues,
	positions: ReadonlyMap<string, number[]>,
	count: number,
	rejected: ReadonlyMap<number, Problem[]>,
): number | undefined {
	const candidates = digits === undefined ? undefined : positions.get(digits);
	if (candidates) {
		if (position !== undefined && candidates.includes(position)) return position;
		return candidates.find((candidate) => !rejected.has(candidate)) ?? candidates[0];
	}
	if (digits !== undefined && digits.length >= 7) return undefined;
	return position !== undefined && position >= 0 && position < count ? position : undefined;
}
