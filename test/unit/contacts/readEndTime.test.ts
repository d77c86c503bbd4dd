import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readEndTime } from '../../../nodes/AiRudder/contacts/readEndTime';
import { RUNS } from './arbitraries';
import { reasonOf, valueOf } from './build';

const NOW = Date.parse('2026-03-10T00:00:00Z');
const inZone = (value: unknown, zone = 'Asia/Jakarta') => readEndTime(value, zone, NOW);

describe('an end time', () => {
	it.each([
		['2026-12-31T18:00:00', '2026-12-31 18:00:00+07:00'],
		['2026-12-31 18:00', '2026-12-31 18:00:00+07:00'],
		[' 2026-12-31 18:00:00+08:00 ', '2026-12-31 17:00:00+07:00'],
		['2026-12-31T18:00:00.123Z', '2027-01-01 01:00:00+07:00'],
		['2026-12-31T18:00:00-0500', '2027-01-01 06:00:00+07:00'],
		['2026-12-31T18:00:00+08', '2026-12-31 17:00:00+07:00'],
		[new Date('2026-12-31T18:00:00Z'), '2027-01-01 01:00:00+07:00'],
		[DateTime.fromISO('2026-12-31T18:00:00Z'), '2027-01-01 01:00:00+07:00'],
	])('%p is written %p in Jakarta', (value, written) => {
		expect(valueOf(inZone(value))).toBe(written);
	});

	it.each([
		['UTC', '2026-12-31 18:00:00+00:00'],
		['America/New_York', '2026-12-31 18:00:00-05:00'],
		['Asia/Kolkata', '2026-12-31 18:00:00+05:30'],
		['America/St_Johns', '2026-12-31 18:00:00-03:30'],
	])('has the offset of %s', (zone, written) => {
		expect(valueOf(inZone('2026-12-31T18:00:00', zone))).toBe(written);
	});

	it.each([
		['2026-07-01T18:00:00', '2026-07-01 18:00:00-04:00'],
		['2026-03-08T03:00:00', undefined],
		['2026-11-01T00:59:59', '2026-11-01 00:59:59-04:00'],
		['2026-11-01T02:00:00', '2026-11-01 02:00:00-05:00'],
	])('knows summer time: %s in New York', (value, written) => {
		const reading = inZone(value, 'America/New_York');
		if (written === undefined) expect(reasonOf(reading)).toMatch(/03:00:00-04:00, which is over/);
		else expect(valueOf(reading)).toBe(written);
	});

	it.each([
		['2027-03-14T02:30:00', /clock leaves out/],
		['2026-11-01T01:30:00', /2026-11-01 01:30:00-04:00 or 2026-11-01 01:30:00-05:00/],
		['2026-03-09T20:00:00', /is over/],
		['2026-03-10T00:00:00Z', /is over/],
		['2026-02-30T10:00:00', /day 30/],
		['2026-12-31T24:00:00', /time of day/],
		['2026-12-31', /time of day/],
		['31/12/2026 18:00', /Write it like/],
		['+2026-12-31T18:00:00', /Write it like/],
		['2026-12-31T18:00:00+99:00', /Write it like/],
		[1_798_000_000_000, /not a date and time/],
		[true, /not a date and time/],
		[{}, /an object/],
		[new Date(Number.NaN), /invalid/],
		[DateTime.invalid('test'), /invalid/],
	])('%p is refused', (value, reason) => {
		expect(reasonOf(inZone(value, 'America/New_York'))).toMatch(reason);
	});

	it.each([
		[undefined, 'missing'],
		[null, 'null'],
		[' ', 'empty'],
	])('%p is nothing: %s', (value, nothing) => {
		expect(inZone(value)).toEqual({ nothing });
	});

	const zones =
		'UTC Asia/Jakarta America/New_York Europe/Berlin Australia/Lord_Howe Asia/Kathmandu';
	const moments = fc.record({
		instant: fc.integer({ min: NOW / 1000 + 1, max: Date.UTC(2199, 0) / 1000 }),
		zone: fc.constantFrom(...zones.split(' ')),
	});

	it('is the same instant, as another library writes it, with and without an offset', () => {
		const property = fc.property(moments, ({ instant, zone }) => {
			const there = DateTime.fromSeconds(instant, { zone });
			const written = there.toFormat('yyyy-MM-dd HH:mm:ssZZ');

			expect(valueOf(inZone(there.toUTC().toISO(), zone))).toBe(written);
			const alone = inZone(there.toFormat("yyyy-MM-dd'T'HH:mm:ss"), zone);
			if ('value' in alone) expect(alone.value).toBe(written);
			else expect(reasonOf(alone)).toContain(written);
		});
		fc.assert(property, RUNS);
	});
});
