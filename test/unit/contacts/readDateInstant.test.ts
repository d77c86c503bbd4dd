import { DateTime } from 'luxon';
import { readDate } from '../../../nodes/AiRudder/contacts/readDate';
import { inProcessZone, options, readingsOf, reasonOf, valueOf, zone } from './build';

/** Reads in a workflow of the given time zone. */
const read = (value: unknown, timeZone = 'UTC') =>
	readDate(value, options({ dayOf: zone(timeZone) }));

describe('a date-time with an offset', () => {
	it.each([
		['2026-01-31T09:15:00Z', 'UTC'],
		['2026-01-31T09:15:00.000+0000', 'UTC'],
		['2026-01-31T09:15:00+00', 'America/New_York'],
		['2026-01-31 09:15:00.123456789 +07:00', 'Asia/Jakarta'],
		['2026-01-31t09:15z', 'Asia/Jakarta'],
	])('%s is the day both as written and in %s', (text, timeZone) => {
		expect(valueOf(read(text, timeZone))).toBe('2026-01-31');
	});

	it.each([
		['2026-01-31T00:00:00Z', 'America/New_York', 'as written'],
		['2026-01-31T00:00:00.000+07:00', 'UTC', 'as written'],
		['2026-01-31T00:00:00+0530', 'America/Los_Angeles', 'as written'],
		['2026-01-30T17:00:00.000Z', 'Asia/Jakarta', 'in the workflow time zone'],
		['2026-01-30T18:30:00Z', 'Asia/Kolkata', 'in the workflow time zone'],
		['2026-01-30T17:00Z', 'Asia/Jakarta', 'in the workflow time zone'],
	])('%s in %s is the day on which it is midnight %s', (text, timeZone) => {
		expect(valueOf(read(text, timeZone))).toBe('2026-01-31');
	});

	it.each([
		['2026-01-30T20:00:00Z', 'Asia/Jakarta', ['2026-01-30', '2026-01-31']],
		['2026-01-31T02:00:00Z', 'America/New_York', ['2026-01-31', '2026-01-30']],
		['2026-01-30T17:00:01Z', 'Asia/Jakarta', ['2026-01-30', '2026-01-31']],
		['2026-01-30T17:00:00.001Z', 'Asia/Jakarta', ['2026-01-30', '2026-01-31']],
		['2026-02-28T23:30:00-05:00', 'UTC', ['2026-02-28', '2026-03-01']],
		['1769803200000', 'Asia/Jakarta', ['2026-01-30', '2026-01-31']],
	])('%s in %s is midnight on neither side and refused with both days', (text, tz, days) => {
		const reading = read(text, tz);
		expect(readingsOf(reading)).toEqual(days);
		expect(reasonOf(reading)).toBe(
			`Could be ${days.join(' or ')}, depending on the time zone. Send the date alone, as YYYY-MM-DD`,
		);
	});

	it.each([
		['2026-01-31T25:00:00Z', /impossible time of day/],
		['2026-01-31T09:61:00Z', /impossible time of day/],
		['2026-01-31T09:15:00+99:99', /impossible time of day/],
		['2026-02-30T00:00:00Z', /Is the day 30 of a month with 28 days/],
		['2026-01-31T09:15:00 UTC', /Is not a date/],
		['2026-01-31T09:15:00+07:00[Asia/Jakarta]', /Is not a date/],
	])('%s is refused: %s', (text, reason) => {
		expect(reasonOf(read(text))).toMatch(reason);
	});
});

describe('milliseconds since 1970', () => {
	it('are midnight of their day in UTC, as HubSpot sends dates, whatever the time zone', () => {
		for (const timeZone of ['UTC', 'Asia/Jakarta', 'America/New_York', 'Pacific/Auckland']) {
			expect(valueOf(read('1769817600000', timeZone))).toBe('2026-01-31');
		}
	});
});

describe('a live Date', () => {
	it('is the day of its midnight in the time zone of the process, as database nodes mean it', () => {
		const jakartaMidnight = new Date('2026-01-30T17:00:00Z');
		const newYorkMidnight = new Date('2026-01-31T05:00:00Z');
		inProcessZone(7, () => {
			for (const timeZone of ['UTC', 'Asia/Jakarta', 'America/New_York']) {
				expect(valueOf(read(jakartaMidnight, timeZone))).toBe('2026-01-31');
			}
		});
		inProcessZone(-5, () => {
			for (const timeZone of ['UTC', 'Asia/Jakarta', 'America/New_York']) {
				expect(valueOf(read(newYorkMidnight, timeZone))).toBe('2026-01-31');
			}
		});
	});

	it('made of a year, a month and a day is that day in the real time zone of this process', () => {
		for (const [month, day] of [
			[0, 31],
			[1, 28],
			[6, 1],
			[11, 31],
		] as const) {
			const expected = `2026-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
			expect(valueOf(read(new Date(2026, month, day)))).toBe(expected);
		}
	});

	it('is the day of its midnight in the workflow time zone, or in UTC', () => {
		inProcessZone(0, () => {
			expect(valueOf(read(new Date('2026-01-30T17:00:00Z'), 'Asia/Jakarta'))).toBe('2026-01-31');
			expect(valueOf(read(new Date('2026-01-31T00:00:00Z'), 'America/New_York'))).toBe(
				'2026-01-31',
			);
		});
	});

	it('is its day where all time zones agree, and refused with both where midnight says nothing', () => {
		inProcessZone(0, () => {
			expect(valueOf(read(new Date('2026-01-31T09:15:00Z'), 'Asia/Jakarta'))).toBe('2026-01-31');
			expect(readingsOf(read(new Date('2026-01-30T20:00:00Z'), 'Asia/Jakarta'))).toEqual([
				'2026-01-30',
				'2026-01-31',
			]);
		});
	});

	it('is refused when it is midnight on two days', () => {
		inProcessZone(0, () => {
			const days = ['2026-01-31', '2026-02-01'];
			// 24 hours lie between Honolulu (-10) and Kiritimati (+14).
			const instant = new Date('2026-01-31T10:00:00Z');
			inProcessZone(-10, () => {
				expect(readingsOf(read(instant, 'Pacific/Kiritimati'))).toEqual(days);
			});
		});
	});

	it('is refused when it is invalid', () => {
		expect(reasonOf(read(new Date('1769817600000')))).toMatch('Is an invalid date');
	});

	// The first of these is what MySQL node 2.0 makes of '0000-00-00'.
	it('is refused outside the years that are refused as text', () => {
		expect(reasonOf(read(new Date(Date.UTC(1899, 10, 30))))).toMatch('Has the year 1899');
		expect(reasonOf(read(new Date(Date.UTC(2200, 0, 1))))).toMatch('Has the year 2200');
	});

	// Its local time does not exist where the process is east of UTC.
	it('is refused at the end of time', () => {
		const last = new Date(8.64e15);
		expect(read(last)).toHaveProperty('reason');
		inProcessZone(7, () => expect(read(last)).toHaveProperty('reason'));
		inProcessZone(-7, () => {
			expect(read(new Date(-8.64e15))).toHaveProperty('reason');
		});
	});

	it('has no two readings where one is outside the possible years', () => {
		const reading = read('2199-12-31T20:00:00Z', 'Asia/Jakarta');
		expect(readingsOf(reading)).not.toEqual(['2199-12-31', '2200-01-01']);
	});
});

describe('a Luxon value, as $now is', () => {
	it('is its day in its own time zone', () => {
		const evening = DateTime.fromISO('2026-01-31T23:30:00', { zone: 'America/New_York' });
		expect(valueOf(read(evening, 'UTC'))).toBe('2026-01-31');
		expect(valueOf(read(evening.startOf('day'), 'Asia/Jakarta'))).toBe('2026-01-31');
	});

	it('is refused when it is invalid or in an impossible year', () => {
		expect(read(DateTime.fromISO('nonsense'))).toHaveProperty('reason');
		expect(reasonOf(read(DateTime.utc(2200, 1, 1)))).toMatch('Has the year 2200');
		expect(read(DateTime.utc(12_026, 1, 31))).toHaveProperty('reason');
	});
});
