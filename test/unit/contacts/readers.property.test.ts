import fc from 'fast-check';
import { readAmount } from '../../../nodes/AiRudder/contacts/readAmount';
import { readDate } from '../../../nodes/AiRudder/contacts/readDate';
import { readGender } from '../../../nodes/AiRudder/contacts/readGender';
import type { Reading, ReadingOptions } from '../../../nodes/AiRudder/contacts/reading';
import { readPhone } from '../../../nodes/AiRudder/contacts/readPhone';
import { readText } from '../../../nodes/AiRudder/contacts/readText';
import { amounts, dates, hostile, phones, readingOptions, texts } from './arbitraries';

type Read = (value: unknown, options: ReadingOptions) => Reading;

const READERS: Array<{ name: string; read: Read; input: fc.Arbitrary<unknown> }> = [
	{ name: 'readPhone', read: readPhone, input: phones },
	{ name: 'readDate', read: readDate, input: dates },
	{ name: 'readAmount', read: readAmount, input: amounts },
	{ name: 'readGender', read: readGender, input: texts },
	{ name: 'readText', read: (value) => readText(value, { maxLength: 64 }), input: texts },
	{
		name: 'readText, verbatim',
		read: (value) => readText(value, { maxLength: 64, verbatim: true }),
		input: texts,
	},
];

const always = (
	{ read, input }: (typeof READERS)[number],
	holds: (reading: Reading, again: (value: unknown) => Reading, value: unknown) => void,
) =>
	fc.assert(
		fc.property(
			fc.oneof({ weight: 4, arbitrary: input }, { weight: 1, arbitrary: hostile }),
			readingOptions,
			(value, options) => {
				const again = (other: unknown) => read(other, options);
				holds(again(value), again, value);
			},
		),
		{ numRuns: 3_000 },
	);

describe.each(READERS)('$name', (reader) => {
	it.each([
		[undefined, 'missing'],
		[null, 'null'],
		['', 'empty'],
		[' \u00a0\t\r\n', 'empty'],
	])('reads %j as nothing: %s', (value, nothing) => {
		const property = fc.property(readingOptions, (options) => {
			expect(reader.read(value, options)).toEqual({ nothing });
		});
		fc.assert(property);
	});

	it('always answers with exactly one of value, nothing and reason', () => {
		always(reader, (reading, _, value) => {
			const answers = ['value', 'nothing', 'reason'].filter((key) => key in reading);
			expect(answers).toHaveLength(1);
			if ('reason' in reading) expect(reading.reason).toMatch(/\S/);
			if (value !== undefined && value !== null && typeof value !== 'string') {
				expect(reading).not.toHaveProperty('nothing');
			}
		});
	});

	it('reads what it has read as the same value', () => {
		always(reader, (reading, again) => {
			if ('value' in reading) expect(again(reading.value)).toEqual({ value: reading.value });
		});
	});

	it('names two readings that differ, each good on its own, when it refuses for having two', () => {
		always(reader, (reading, again) => {
			if (!('reason' in reading) || !reading.readings) return;
			const [one, other] = reading.readings;
			expect(one).not.toBe(other);
			expect(again(one)).toEqual({ value: one });
			expect(again(other)).toEqual({ value: other });
			expect(reading.reason).toMatch(/^Could be \S+ or \S+[.,] /);
		});
	});

	it('gives the same answer when it is asked twice', () => {
		always(reader, (reading, again, value) => expect(again(value)).toEqual(reading));
	});
});
