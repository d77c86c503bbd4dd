import type { Reading, ReadingOptions } from './reading';
import { describeKind, readNothing } from './reading';

type AmountOptions = Pick<ReadingOptions, 'numberFormat'>;

/** Digits in thousands (`1,234,567`), or as India groups them (`12,34,567`). */
const THOUSANDS = /^[1-9]\d{0,2}(?:S\d{3})+$/;
const LAKHS = /^[1-9]\d?(?:S\d{2})*S\d{3}$/;
const grouped = (separator: string) =>
	[THOUSANDS, LAKHS].map((shape) => new RegExp(shape.source.replaceAll('S', `\\${separator}`)));
const GROUPED: Readonly<Record<string, RegExp[]>> = { ',': grouped(','), '.': grouped('.') };

const SPACED = /^-?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d+)?$/;

/**
 * Reads an amount as a number. Takes numbers and texts such as `1234.5`, `1,234.56`, `1.234,56` and
 * `1 234`. A lone separator before three digits (`1.234`) could be both and needs the number format.
 */
export function readAmount(value: unknown, { numberFormat }: AmountOptions): Reading<number> {
	const nothing = readNothing(value);
	if (nothing) return nothing;
	if (typeof value === 'number') return exact(value, value);
	if (typeof value !== 'string') {
		return { reason: `Is ${describeKind(value)}, not an amount. Map a column that holds a number` };
	}
	const trimmed = value.trim();
	const text = SPACED.test(trimmed) ? trimmed.replace(/[ \u00a0\u2009\u202f'’]/g, '') : trimmed;
	if (!/^-?\d[\d.,]*$/.test(text) || /[.,]$/.test(text)) {
		return {
			reason:
				'Is not a plain number. Leave out currency, letters and other signs; the currency belongs to Unit',
		};
	}
	const negative = text.startsWith('-');
	const digits = negative ? text.slice(1) : text;
	const readings =
		text === trimmed ? readingsOf(digits, numberFormat) : readingsOfSpaced(digits, numberFormat);
	const [first, second] = readings.map((reading) => (negative ? `-${reading}` : reading));
	if (first === undefined) {
		const format = numberFormat === 'commaDecimal' ? '1.234,56' : '1,234.56';
		return {
			reason: `Does not have the form ${format}. Correct it, or the option 'Number Format'`,
		};
	}
	if (second === undefined) return exact(Number(first), first);
	return {
		reason: `Could be ${first} or ${second}. Set the option 'Number Format'`,
		readings: [Number(first), Number(second)],
	};
}

/** With spaces between the thousands a `.` or `,` can only be the decimal separator. */
function readingsOfSpaced(text: string, format: ReadingOptions['numberFormat']): string[] {
	const other = { auto: undefined, pointDecimal: ',', commaDecimal: '.' }[format];
	return other !== undefined && text.includes(other) ? [] : [text.replace(',', '.')];
}

/** All the ways to read digits with `.` and `,`, as plain decimals (`1234.56`). */
function readingsOf(text: string, format: ReadingOptions['numberFormat']): string[] {
	if (/^\d+$/.test(text)) return [text];
	const asDecimal = (decimal: '.' | ',', thousands: '.' | ','): string[] => {
		const [whole = '', fraction, ...more] = text.split(decimal);
		if (more.length > 0 || fraction === '' || fraction?.includes(thousands)) return [];
		const plain = /^\d+$/.test(whole) || GROUPED[thousands]?.some((shape) => shape.test(whole));
		if (!plain) return [];
		const digits = whole.replaceAll(thousands, '');
		return [fraction === undefined ? digits : `${digits}.${fraction}`];
	};
	if (format === 'pointDecimal') return asDecimal('.', ',');
	if (format === 'commaDecimal') return asDecimal(',', '.');
	return [...new Set([...asDecimal('.', ','), ...asDecimal(',', '.')])];
}

function exact(value: number, written: number | string): Reading<number> {
	if (!Number.isFinite(value)) {
		return { reason: `Is ${value}, not an amount. Correct the formula or the column` };
	}
	if (Math.abs(value) > Number.MAX_SAFE_INTEGER || significantDigits(written) > 15) {
		return { reason: 'Has more digits than a number can hold exactly (15). Correct it' };
	}
	return { value: Object.is(value, -0) ? 0 : value };
}

/** Digits that count: zeros in front, and behind a decimal point, do not. A number is as exact as it is. */
function significantDigits(written: number | string): number {
	if (typeof written === 'number') return 0;
	const trimmed = written.includes('.') ? written.replace(/0+$/, '') : written;
	return trimmed.replace(/\D/g, '').replace(/^0+/, '').length;
}
