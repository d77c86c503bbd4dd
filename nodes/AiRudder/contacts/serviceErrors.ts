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
const POSITION_KEYS = { zero: ['index', 'Index', 'idx'], one: ['row', 'Row', 'position'] };

/**
 * Matches the entries of `detail_error_list` to the contacts of the plan that was sent.
 *
 * The list is documented as an array of string and shown empty only, so the shapes of its entries are
 * a GUESS: texts and objects are read, by phone number first, else by position. `index` and
 * `Details[3]` count from 0, `row` from 1 unless the list has a row 0. A number that stands in several
 * rows needs a position, or as many entries as rows. What cannot be matched for certain is kept: a row
 * wrongly told as refused could be sent, and called, twice.
 */
export function matchServiceErrors(
	list: readonly unknown[],
	contacts: readonly Contact[],
	phoneProperty = 'Mobile',
): ServiceErrors {
	const rejected = new Map<number, Problem[]>();
	const unmatched: unknown[] = [];
	if (list.length === 0) return { rejected, unmatched };
	const rowsByNumber = positionsByNumber(contacts, phoneProperty);
	const entries = list.map((entry) => ({ entry, clues: cluesOf(entry) }));
	const fromZero = entries.some(({ clues }) => clues.row === 0);
	const told = new Map<string, number>();
	for (const { clues } of entries) {
		if (clues.digits) told.set(clues.digits, (told.get(clues.digits) ?? 0) + 1);
	}
	const locate = ({ digits, index, row }: Clues): number | undefined => {
		const position = index ?? (row === undefined || fromZero ? row : row - 1);
		const candidates = digits === undefined ? undefined : rowsByNumber.get(digits);
		if (candidates?.length === 1) return candidates[0];
		if (candidates) {
			if (position !== undefined) return candidates.find((candidate) => candidate === position);
			if (told.get(digits ?? '') !== candidates.length) return undefined;
			return candidates.find((candidate) => !rejected.has(candidate));
		}
		if (digits !== undefined && digits.length >= SHORTEST_NUMBER) return undefined;
		return position !== undefined && position < contacts.length ? position : undefined;
	};
	for (const { entry, clues } of entries) {
		const position = locate(clues);
		const contact = position === undefined ? undefined : contacts[position];
		if (position === undefined || contact === undefined) {
			unmatched.push(entry);
			continue;
		}
		const { property, reason } = clues;
		const value = Object.hasOwn(contact, property) ? contact[property] : undefined;
		const problems = rejected.get(position) ?? [];
		problems.push({ property, value, reason });
		rejected.set(position, problems);
	}
	return { rejected, unmatched };
}

/** Digits that make a phone number rather than some other number. */
const SHORTEST_NUMBER = 7;

interface Clues {
	/** Of a phone number. */
	digits?: string;
	/** Counted from 0. */
	index?: number;
	/** Counted from 1, as people do, unless the list shows otherwise. */
	row?: number;
	property: string;
	reason: string;
}

function cluesOf(entry: unknown): Clues {
	if (typeof entry === 'string') return cluesOfText(entry);
	if (typeof entry !== 'object' || entry === null) return { property: '', reason: String(entry) };
	const get = (keys: readonly string[]) =>
		keys.filter((key) => Object.hasOwn(entry, key)).map((key) => (entry as Contact)[key])[0];
	const reason = get(REASON_KEYS);
	const inText = typeof reason === 'string' ? cluesOfText(reason) : undefined;
	const digits = digitsOf(get(NUMBER_KEYS));
	const index = toPosition(get(POSITION_KEYS.zero));
	const row = toPosition(get(POSITION_KEYS.one));
	const own = index !== undefined || row !== undefined;
	return {
		digits: digits === '' ? inText?.digits : digits,
		index: own ? index : inText?.index,
		row: own ? row : inText?.row,
		property: textOf(get(PROPERTY_KEYS)) ?? inText?.property ?? '',
		reason: typeof reason === 'string' ? reason : JSON.stringify(entry),
	};
}

/** A position in a text: at its beginning, or behind in, at or for. `SIP line 2` is none. */
const ROW = /(?:^|\b(?:in|at|for) )(?:row|#)[ :#]{0,3}(\d{1,5})\b/i;

function cluesOfText(text: string): Clues {
	return {
		digits:
			digitsOf(/\+?\d[\d ()-]{5,18}\d/.exec(text.replace(/\d{4}-\d{2}-\d{2}/g, ''))?.[0]) ||
			undefined,
		index: toPosition(/details\[(\d{1,5})\]/i.exec(text)?.[1]),
		row: toPosition(ROW.exec(text)?.[1]),
		property: propertyIn(text),
		reason: text,
	};
}

const PROPERTY =
	/\b(?:Debtor|LoanDate|DueDate|LoanAmount|Arrears|Unit|Platform|Comments|Gender|Extra[ABC])\b/;

/** The property that a text is about; none when it tells several problems of different ones. */
function propertyIn(text: string): string {
	const named = new Set(text.split(/[;\n]/).map(firstProperty).filter(Boolean));
	return named.size === 1 ? [...named].join() : '';
}

/** `Mobile` often says which row is meant, so any other comes first. */
const firstProperty = (text: string): string =>
	PROPERTY.exec(text)?.[0] ?? (/\bmobile\b/i.test(text) ? 'Mobile' : '');

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
