import { isDay } from './days';
import type { Rules } from './rules';
import { amount, day, oneOf, optional, problemsOf, required, text, textUpTo } from './rules';
import type { Settings } from './settings';
import { isObject } from './wire';

/** E.164 with its leading plus (DOC); the bounds are the standard's. */
const E164 = /^\+[1-9]\d{1,14}$/;

/**
 * The 13 properties of a contact of the collection product (DOC). `today` is the service's,
 * `YYYY-MM-DD`.
 */
export function collectionProperties(today: string): Rules {
	return {
		Debtor: required(textUpTo(64)),
		Mobile: required((value) => {
			if (typeof value !== 'string') return 'must be a string';
			return E164.test(value) ? undefined : 'must be + and the country code, then the number';
		}),
		LoanDate: required(day((value) => (value > today ? 'must not be after today' : undefined))),
		DueDate: required(day()),
		LoanAmount: required(amount),
		Arrears: required(amount),
		Unit: required(text),
		Platform: required(textUpTo(20)),
		Comments: optional(textUpTo(64)),
		Gender: optional(oneOf('male', 'female')),
		ExtraA: optional(text),
		ExtraB: optional(text),
		ExtraC: optional(text),
	};
}

/**
 * The number a contact is called at: `Mobile`, or in a product whose properties are not known the
 * first number there is.
 */
export function numberOf(contact: unknown): string | undefined {
	if (!isObject(contact)) return undefined;
	const values = [contact.Mobile, ...Object.values(contact)];
	return values.find((value): value is string => typeof value === 'string' && E164.test(value));
}

/** Returns the check of one contact: all that is wrong with it, an empty list when it is good. */
export function contactChecker(settings: Settings, today: string): (contact: unknown) => string[] {
	const rules = collectionProperties(today);
	const blocked = new Set(settings.alsoReject);
	return (contact) => {
		if (!isObject(contact)) return ['the contact must be an object'];
		const number = numberOf(contact);
		const problems = settings.product === 'collection' ? problemsOf(rules, contact) : [];
		if (settings.product === 'other' && number === undefined) problems.push('no number to call');
		if (settings.product === 'collection' && isInWrongOrder(contact)) {
			problems.push('LoanDate must be before DueDate');
		}
		if (number !== undefined && blocked.has(number)) problems.push('number is on the blocklist');
		return problems;
	};
}

/**
 * `LoanDate` has to be before `DueDate` (DOC), so the same day is wrong as well. Says nothing of
 * days that are wrong themselves.
 */
function isInWrongOrder({ LoanDate, DueDate }: Record<string, unknown>): boolean {
	if (typeof LoanDate !== 'string' || typeof DueDate !== 'string') return false;
	return LoanDate >= DueDate && isDay(LoanDate) && isDay(DueDate);
}
