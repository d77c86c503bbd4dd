import fc from 'fast-check';
import type { ReadingOptions } from '../../../nodes/AiRudder/contacts/reading';
import { options, zone } from './build';

/** How often a property is tried. */
export const RUNS = { numRuns: 1_500 } as const;

const ZONES = ['UTC', 'Asia/Jakarta', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'];
/** Country codes: common ones, and those that keep a leading 0. */
export const COUNTRY_CODES = ['62', '1', '91', '44', '39', '225', '378'] as const;

export const readingOptions: fc.Arbitrary<ReadingOptions> = fc
	.record({
		defaultCountryCode: fc.constantFrom(undefined, ...COUNTRY_CODES),
		phoneFormat: fc.constantFrom('auto', 'international', 'national'),
		dateFormat: fc.constantFrom('auto', 'iso', 'dayFirst', 'monthFirst', 'serial'),
		numberFormat: fc.constantFrom('auto', 'pointDecimal', 'commaDecimal'),
		timeZone: fc.constantFrom(...ZONES),
	})
	.map(({ timeZone, ...rest }) => options({ ...rest, dayOf: zone(timeZone) }));

const textOf = (characters: string, maxLength: number) =>
	fc.string({ unit: fc.constantFrom(...characters), maxLength });

export const digits = (minLength: number, maxLength: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });

/** Phone numbers as people write them, and texts that look like some. */
export const phones = fc.oneof(
	fc
		.tuple(
			fc.constantFrom('', '+', '00', '0', "'", "'+", '(0)', '+62 (0)', "'+62 (0)", '+39(0)'),
			fc.array(digits(1, 4), { minLength: 1, maxLength: 5 }),
			fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u2011', '\u200e'),
		)
		.map(([prefix, groups, separator]) => prefix + groups.join(separator)),
	textOf("+0123456789 -().'e,\u202a", 18),
	fc.maxSafeNat(),
	fc.double(),
);

/** Dates in all the forms that sources have, impossible ones among them, and texts that look like some. */
export const dates = fc.oneof(
	fc
		.tuple(
			fc.integer({ min: 1890, max: 2210 }),
			fc.integer({ min: 0, max: 13 }),
			fc.integer({ min: 0, max: 32 }),
			fc.constantFrom('-', '/', '.'),
			fc.constantFrom('ymd', 'dmy', 'mdy'),
			fc.constantFrom(
				'',
				'',
				'T00:00:00Z',
				'T17:00:00.000Z',
				' 09:15',
				'T23:59:59+07:00',
				'T24:00Z',
			),
		)
		.map(([year, month, day, separator, order, time]) => {
			const two = (number: number) => String(number).padStart(2, '0');
			const parts = { y: String(year), m: two(month), d: two(day) };
			return [...order].map((part) => parts[part as keyof typeof parts]).join(separator) + time;
		}),
	fc.date({ noInvalidDate: false }),
	fc.date({ min: new Date(-3e12), max: new Date(8e12) }),
	fc.integer({ min: -10, max: 3_000_000 }),
	fc.double({ min: 30_000, max: 80_000, noNaN: true }),
	fc.integer({ min: 0, max: 20_000_000_000_000 }),
	fc.constantFrom('31-Jan-2026', '2 March 2026', 'Feb 30, 2026', '1769817600000', '46053.5'),
	textOf('0123456789-/.: TZ+', 24),
);

/** Amounts in all forms, and texts that look like some. */
export const amounts = fc.oneof(
	fc.double(),
	fc.integer(),
	textOf("0123456789.,-' \u00a0", 14),
	textOf('0123456789.,', 9),
	textOf('0.,', 7),
);

/** Texts of every UTF-16 unit: control characters, direction marks and halves of characters among them. */
export const brokenTexts = fc
	.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
	.map((units) => String.fromCharCode(...units));

export const texts = fc.oneof(
	fc.string({ maxLength: 70 }),
	fc.string({ unit: 'grapheme', maxLength: 70 }),
	brokenTexts,
	fc.constantFrom('m', 'F', ' male ', 'FEMALE', '', ' ', '__proto__', '0', 'null', '\ufeff'),
);

const no = (): never => {
	throw new Error('must not be asked');
};
const circular: unknown[] = [];
circular.push(circular);

/** Objects that answer badly when they are turned into something else. */
const stubborn = fc.constantFrom<unknown>(
	{ valueOf: no, toString: no, toJSON: no, [Symbol.toPrimitive]: no },
	Object.create(null),
	Object.create({ value: '+628123456701' }),
	Object.freeze(['+628123456701']),
	new Proxy({}, {}),
	new String('+628123456701'),
	new Number(5),
	circular,
	no,
	Symbol('x'),
	new Date(Number.NaN),
	new Date(8.64e15),
	new Date(-8.64e15),
	-0,
	'9'.repeat(5_000),
	' '.repeat(5_000),
);

/** What JSON may hold, with own `__proto__`, `constructor` and `toString` keys at any depth. */
const json = fc
	.object({
		key: fc.constantFrom('PROTO', 'constructor', 'toString', 'isLuxonDateTime', 'toISODate', 'x'),
		maxDepth: 3,
	})
	.map((object) => JSON.stringify(object).replaceAll('"PROTO"', '"__proto__"'))
	.map((text) => JSON.parse(text) as unknown);

/** Any value at all. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
	fc.anything({
		withBigInt: true,
		withDate: true,
		withMap: true,
		withSet: true,
		withTypedArray: true,
		withNullPrototype: true,
		withObjectString: true,
		withSparseArray: true,
		maxDepth: 3,
	}),
	json,
	stubborn,
	phones,
	dates,
	amounts,
	texts,
);
