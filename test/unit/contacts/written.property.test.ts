import fc from 'fast-check';
import { readAmount } from '../../../nodes/AiRudder/contacts/readAmount';
import { readDate } from '../../../nodes/AiRudder/contacts/readDate';
import type { Reading } from '../../../nodes/AiRudder/contacts/reading';
import { readPhone } from '../../../nodes/AiRudder/contacts/readPhone';
import { COUNTRY_CODES, digits, phones, readingOptions, RUNS } from './arbitraries';
import { options } from './build';

/** The truth was read, or the value was refused with the truth among its readings: never another value. */
function expectTruthOrRefusal(reading: Reading, truth: string | number): void {
	if ('reason' in reading && reading.readings) expect(reading.readings).toContain(truth);
	else expect(reading).toEqual({ value: truth });
}

describe('a phone number', () => {
	const national = digits(6, 11).filter((text) => !text.startsWith('0'));
	const separator = fc.constantFrom('', ' ', '-', '.', '\u00a0', ' - ');
	const split = (text: string, by: string) => (text.match(/.{1,4}/g) ?? []).join(by);

	it('is read right, or refused with itself among the readings, however people write it', () => {
		const code = fc.constantFrom(...COUNTRY_CODES);
		const write = fc.constantFrom('+', '00', '', 'national', '0');
		const property = fc.property(code, national, separator, write, (cc, number, by, way) => {
			const truth = `+${cc}${number}`;
			const written = {
				'+': `+${cc}${by}${split(number, by)}`,
				'00': `00${cc}${by}${split(number, by)}`,
				'': `${cc}${by}${split(number, by)}`,
				national: split(number, by),
				'0': `0${split(number, by)}`,
			}[way];
			// A lone dot looks like a decimal number.
			fc.pre(!/^\+?\d+\.\d+$|^[^.]*\.\d{1,2}$/.test(written));
			// Nobody has such a number.
			fc.pre(!/^\+1[01]/.test(truth));
			expectTruthOrRefusal(readPhone(written, options({ defaultCountryCode: cc })), truth);
			if (/^[1-9]\d*$/.test(written)) {
				const asNumber = readPhone(Number(written), options({ defaultCountryCode: cc }));
				expectTruthOrRefusal(asNumber, truth);
			}
		});
		fc.assert(property, RUNS);
	});

	it('that is taken is E.164, and has exactly the digits it was written with', () => {
		const property = fc.property(phones, readingOptions, (value, given) => {
			const reading = readPhone(value, given);
			if (!('value' in reading)) return;
			expect(reading.value).toMatch(/^\+[1-9]\d{6,14}$/);
			const text = String(value);
			const code = given.defaultCountryCode ?? '';
			const possible = [text, text.replace(/\(\s*0\s*\)/, '')].flatMap((written) => {
				const all = written.replace(/\D/g, '');
				if (/^\D*\+/.test(written)) return [all];
				if (all.startsWith('00')) return [all.slice(2)];
				if (all.startsWith('0')) return [code + all, code + all.slice(1)];
				return [all, code + all];
			});
			expect(possible.map((number) => `+${number}`)).toContain(reading.value);
		});
		fc.assert(property, { ...RUNS, numRuns: 5_000 });
	});
});

describe('an amount', () => {
	const GROUPINGS = ['none', 'thousands', 'lakhs', 'spaces'] as const;
	const group = (whole: string, grouping: (typeof GROUPINGS)[number], mark: string) => {
		if (grouping === 'none') return whole;
		if (grouping === 'spaces') return whole.replace(/\B(?=(\d{3})+$)/g, ' ');
		if (grouping === 'thousands') return whole.replace(/\B(?=(\d{3})+$)/g, mark);
		return whole.replace(/\B(?=(\d{2})*\d{3}$)/g, mark);
	};
	const written = fc.record({
		whole: fc.nat({ max: 999_999_999_999 }).map(String),
		fraction: digits(0, 3),
		negative: fc.boolean(),
		grouping: fc.constantFrom(...GROUPINGS),
		format: fc.constantFrom('pointDecimal', 'commaDecimal'),
	});

	it('is read back exactly in its format, and without one never as another amount', () => {
		const property = fc.property(written, ({ whole, fraction, negative, grouping, format }) => {
			const [mark, point] = format === 'pointDecimal' ? [',', '.'] : ['.', ','];
			const sign = negative ? '-' : '';
			const text = sign + group(whole, grouping, mark) + (fraction && point + fraction);
			const truth = Number(`${sign}${whole}.${fraction || '0'}`) || 0;
			expect(readAmount(text, { numberFormat: format })).toEqual({ value: truth });
			expectTruthOrRefusal(readAmount(text, { numberFormat: 'auto' }), truth);
		});
		fc.assert(property, { ...RUNS, numRuns: 5_000 });
	});

	it('that is a number is itself', () => {
		const number = fc.double({ noNaN: true, min: -9e15, max: 9e15 });
		const property = fc.property(number, readingOptions, (value, given) => {
			expect(readAmount(value, given)).toEqual({ value: value === 0 ? 0 : value });
		});
		fc.assert(property, RUNS);
	});
});

describe('a date', () => {
	const day = fc
		.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));

	it('is read right in its format, and without one never as another day', () => {
		const order = fc.constantFrom('dayFirst', 'monthFirst');
		const property = fc.property(
			day,
			order,
			fc.constantFrom('/', '-', '.'),
			(truth, format, by) => {
				const [year = '', month = '', date = ''] = truth.split('-');
				const text = [...(format === 'dayFirst' ? [date, month] : [month, date]), year].join(by);
				expect(readDate(text, options({ dateFormat: format }))).toEqual({ value: truth });
				expectTruthOrRefusal(readDate(text, options()), truth);
			},
		);
		fc.assert(property, RUNS);
	});

	it('is the same as serial number, as milliseconds and as midnight with any offset', () => {
		const offset = fc.constantFrom('Z', '+07:00', '-05:00', '+0530', '+14');
		const property = fc.property(day, offset, readingOptions, (truth, zone, given) => {
			const auto = { ...given, dateFormat: 'auto' } as const;
			const instant = Date.parse(`${truth}T00:00:00Z`);
			expect(readDate(instant / 86_400_000 + 25_569.75, auto)).toEqual({ value: truth });
			if (instant >= 1e11) expectTruthOrRefusal(readDate(instant, auto), truth);
			expectTruthOrRefusal(readDate(`${truth}T00:00:00${zone}`, auto), truth);
			expectTruthOrRefusal(readDate(new Date(instant), auto), truth);
		});
		fc.assert(property, RUNS);
	});
});
