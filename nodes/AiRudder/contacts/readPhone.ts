import type { Reading, ReadingOptions } from './reading';
import { brokenText, describeKind, readNothing } from './reading';

/** E.164: country code and number, at most 15 digits; 7 is what the service's own shortest example has. */
const E164 = /^\+[1-9]\d{6,14}$/;

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Spaces of every width, dashes of every kind, brackets and dots. */
const SEPARATORS = /[\s\u00a0\u2000-\u200a()[\]\u2010-\u2015\u2212.-]/g;

/** With a country code in front, the digits of a date make a number that somebody may have. */
const DATE = /^\+?(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})(?:[T ]|$)/;

const BRACKETED_ZERO = /\(\s*0\s*\)/;

/** Country codes have one digit, two or three; which, the first digits tell. */
const COUNTRY_CODE = /^\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** Countries whose numbers keep a leading 0 after the country code. */
const KEEP_LEADING_ZERO = new Set(['39', '225', '229', '241', '242', '378']);

/**
 * Countries in which the digits that stand in front may belong to the number or only be dialled at home:
 * what to look for, and the two ways to go on, by how many digits are dropped.
 */
const HOME_PREFIX: Readonly<Record<string, { prefix: RegExp; drop: [number, number] }>> = {
	...Object.fromEntries(
		[...KEEP_LEADING_ZERO].map((code) => [code, { prefix: /^0/, drop: [0, 1] }]),
	),
	'7': { prefix: /^8\d{10}$/, drop: [0, 1] },
	'52': { prefix: /^04[45]/, drop: [1, 3] },
};

/** Digits of a number without its country code. Fewer or more are an extension or two numbers in one. */
const NATIONAL = { shortest: 6, longest: 12 } as const;

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
	// As most numbers are written: 1 ms for 10,000 of them instead of 11.
	if (E164.test(value)) return checked(value);
	// Copied numbers carry direction marks that nobody sees; a spreadsheet's ' means "this is text".
	return readPhoneText(value.replace(INVISIBLE, '').trim().replace(/^'/, ''), options);
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
	const without = compact(text.replace(BRACKETED_ZERO, '')).replace(/^00/, '+');
	return keepsZero(number) ? either(number, without) : checked(without);
}

const compact = (text: string) => text.replace(SEPARATORS, '');

const countryCodeOf = (number: string) => COUNTRY_CODE.exec(number)?.[0] ?? '';

const keepsZero = (number: string) => KEEP_LEADING_ZERO.has(countryCodeOf(number).slice(1));

function notOneNumber(text: string): string | undefined {
	if (/^\d[\d.,]*e\+?\d+$/i.test(text)) {
		return 'Is in scientific notation, so digits are lost. Format the column as text and enter it again';
	}
	if (/[\uff0b\uff10-\uff19]/.test(text)) {
		return 'Contains full-width digits. Type it with ordinary digits';
	}
	if (/^\+?\d+\.\d+$|^[^.]*\.\d{1,2}$/.test(text)) {
		return 'Looks like a decimal number. Format the column as text and enter it again';
	}
	// What a sheet makes of +62-8123456701 typed into a cell: it calculates.
	if (/[-\u2212]/.test(/^\D*(?=\d)/.exec(text)?.[0] ?? '')) {
		return 'Is a negative number, not a phone number. Format the column as text and enter it again';
	}
	if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) {
		return 'Is an internet address, not a phone number. Map the column with the phone number';
	}
	if (DATE.test(text)) return 'Is a date, not a phone number. Map the column with the phone number';
	return undefined;
}

function withoutPlus(
	digits: string,
	{ defaultCountryCode, phoneFormat }: PhoneOptions,
): Reading<string> {
	const international = `+${digits}`;
	if (phoneFormat === 'international' && !digits.startsWith('0')) return checked(international);
	if (defaultCountryCode === undefined) {
		return {
			reason:
				"Has no + and country code. Write it as +62…, or set the option 'Default Country Code' or 'Phone Format'",
		};
	}
	const national = (dropped: number) => `+${defaultCountryCode}${digits.slice(dropped)}`;
	const home = HOME_PREFIX[defaultCountryCode];
	if (home?.prefix.test(digits)) return either(national(home.drop[0]), national(home.drop[1]));
	const zero = digits.startsWith('0') ? 1 : 0;
	const length = digits.length - zero;
	const isNational = length >= NATIONAL.shortest && length <= NATIONAL.longest;
	// 628123456701 with the code 62: the code may stand there already, or the number may begin like it.
	if (phoneFormat === 'auto' && digits.startsWith(defaultCountryCode)) {
		return isNational ? either(international, national(0)) : checked(international);
	}
	if (isNational) return checked(national(zero));
	return {
		reason: `Has ${length} digits without a country code, ${NATIONAL.shortest} to ${NATIONAL.longest} are usual. Write it with + and country code`,
	};
}

/** The one of two readings that is a possible number; a refusal that names both when both are. */
function either(first: string, second: string): Reading<string> {
	if (impossible(first) !== undefined) return checked(second);
	if (impossible(second) !== undefined) return { value: first };
	return {
		reason: `Could be ${first} or ${second}. Write it with + and country code, or set the option 'Phone Format'`,
		readings: [first, second],
	};
}

function checked(number: string): Reading<string> {
	const reason = impossible(number);
	return reason === undefined ? { value: number } : { reason };
}

/** Why nobody can have this number, `+` and digits. */
function impossible(number: string): string | undefined {
	if (number.startsWith('+0')) {
		return 'Has a 0 where the country code begins. Write + and the country code first';
	}
	if (!E164.test(number)) {
		return `Has ${number.length - 1} digits with its country code, 7 to 15 are possible. Correct it`;
	}
	if (/^\+1[01]/.test(number)) {
		return 'Begins with +1 and a 0 or 1, as no number does. Write + and the country code first';
	}
	const code = countryCodeOf(number);
	if (number.charAt(code.length) === '0' && !keepsZero(number)) {
		return `Has a 0 behind the country code ${code}. Leave out what is not dialled from abroad`;
	}
	return undefined;
}
