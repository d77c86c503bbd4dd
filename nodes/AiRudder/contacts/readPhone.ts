import type { Reading, ReadingOptions } from './reading';
import { brokenText, describeKind, readNothing } from './reading';

/** E.164: country code and number, at most 15 digits; 7 is what the service's own shortest example has. */
const E164 = /^\+[1-9]\d{6,14}$/;

/** Spaces of every width, dashes of every kind, brackets, dots, and invisible direction marks. */
const SEPARATORS =
	/[\s\u00a0\u2000-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff()[\]\u2010-\u2015\u2212.-]/g;

/** With a country code in front, the digits of a date make a number that somebody may have. */
const DATE = /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})(?:[T ]|$)/;

const BRACKETED_ZERO = /\(\s*0\s*\)/;

/** Countries whose numbers keep a leading 0 after the country code, so that dropping it is a guess. */
const KEEP_LEADING_ZERO = new Set(['39', '225', '241', '242', '378']);

type PhoneOptions = Pick<ReadingOptions, 'defaultCountryCode' | 'phoneFormat'>;

/**
 * Reads a phone number as E.164 with `+`. Takes numbers and texts with the usual separators, and `00`
 * for `+`. Without `+` the options say what the digits are; one leading 0 is dropped before the default
 * country code is put in front. What could be two numbers is refused with both.
 */
export function readPhone(value: unknown, options: PhoneOptions): Reading<string> {
	const nothing = readNothing(value);
	if (nothing) return nothing;
	if (typeof value === 'number') {
		if (!Number.isSafeInteger(value) || value < 0) {
			return { reason: `Is the number ${value}, not a phone number. Format the column as text` };
		}
		return withoutPlus(String(value), options);
	}
	if (typeof value !== 'string') {
		return {
			reason: `Is ${describeKind(value)}, not a phone number. Map a column with one number`,
		};
	}
	// A spreadsheet's mark for "this is text" is not part of the number.
	return readPhoneText(value.trim().replace(/^'/, ''), options);
}

function readPhoneText(text: string, options: PhoneOptions): Reading<string> {
	const broken = brokenText(text) ?? notOneNumber(text);
	if (broken) return { reason: broken };
	const digits = compact(text);
	if (!/^\+?\d+$/.test(digits)) {
		return { reason: 'Contains other characters than one phone number has. Keep one number alone' };
	}
	const number = digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
	if (!number.startsWith('+')) return withoutPlus(number, options);
	if (!BRACKETED_ZERO.test(text)) return checked(number);
	return either(number, compact(text.replace(BRACKETED_ZERO, '')).replace(/^00/, '+'));
}

const compact = (text: string) => text.replace(SEPARATORS, '');

function notOneNumber(text: string): string | undefined {
	if (/^\d[\d.,]*e\+?\d+$/i.test(text)) {
		return 'Is in scientific notation, so digits are lost. Format the column as text and enter it again';
	}
	if (/[\uff0b\uff10-\uff19]/.test(text)) {
		return 'Contains full-width digits. Type it with ordinary digits';
	}
	if (/^\+?\d+\.\d+$/.test(text)) {
		return 'Looks like a decimal number. Format the column as text and enter it again';
	}
	// What a sheet makes of +62-8123456701 typed into a cell: it calculates.
	if (/^[-\u2212] ?\d/.test(text)) {
		return 'Is a negative number, not a phone number. Format the column as text and enter it again';
	}
	if (DATE.test(text)) return 'Is a date, not a phone number. Map the column with the phone number';
	return undefined;
}

function withoutPlus(digits: string, { defaultCountryCode, phoneFormat }: PhoneOptions) {
	const international = `+${digits}`;
	if (phoneFormat === 'international' && !digits.startsWith('0')) return checked(international);
	if (defaultCountryCode === undefined) {
		return {
			reason:
				"Has no + and country code. Write it as +62…, or set the option 'Default Country Code' or 'Phone Format'",
		};
	}
	const national = `+${defaultCountryCode}${digits}`;
	if (digits.startsWith('0')) {
		const dropped = `+${defaultCountryCode}${digits.slice(1)}`;
		return KEEP_LEADING_ZERO.has(defaultCountryCode) ? either(national, dropped) : checked(dropped);
	}
	// 628123456701 with the code 62: the code may stand there already, or the number may begin like it.
	const mayBeBoth = phoneFormat === 'auto' && digits.startsWith(defaultCountryCode);
	return mayBeBoth ? either(international, national) : checked(national);
}

/** The one of two readings that is a possible number; a refusal that names both when both are. */
function either(first: string, second: string): Reading<string> {
	if (!E164.test(first)) return checked(second);
	if (!E164.test(second) || first === second) return { value: first };
	return {
		reason: `Could be ${first} or ${second}. Write it with + and country code, or set the option 'Phone Format'`,
		readings: [first, second],
	};
}

function checked(number: string): Reading<string> {
	if (E164.test(number)) return { value: number };
	if (number.startsWith('+0')) {
		return { reason: 'Has a 0 where the country code begins. Write + and the country code first' };
	}
	const digits = number.length - 1;
	return { reason: `Has ${digits} digits with its country code, 7 to 15 are possible. Correct it` };
}
