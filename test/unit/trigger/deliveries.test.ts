import fc from 'fast-check';
import type { Delivery } from '../../../nodes/AiRudderTrigger/deliveries';
import { Deliveries, REMEMBERED_FOR } from '../../../nodes/AiRudderTrigger/deliveries';

const id = (number: number) => number.toString(16).padStart(32, '0');
const delivery = (number: number, at = 1_000, series?: string): Delivery => ({
	id: id(number),
	at,
	series,
});
const SERIES = 'a'.repeat(16);
const OTHER = 'b'.repeat(16);

const holding = (...deliveries: Delivery[]) => {
	const memory = new Deliveries(1_000);
	for (const each of deliveries) memory.add(each);
	return memory;
};

describe('Deliveries', () => {
	it('are known for 30 minutes, more than 5 tries a minute apart', () => {
		const memory = holding(delivery(1));
		expect(memory.has(id(1), 1_000 + 5 * 60_000)).toBe(true);
		expect(memory.has(id(1), 999 + REMEMBERED_FOR)).toBe(true);
		expect(memory.has(id(1), 1_000 + REMEMBERED_FOR)).toBe(false);
		expect(memory.has(id(2), 1_000)).toBe(false);
	});

	it('of one series replace each other: running, paused, running', () => {
		const memory = holding(delivery(1, 1, SERIES), delivery(9, 1, OTHER));
		expect(memory.has(id(1), 2)).toBe(true);
		memory.add(delivery(2, 2, SERIES));
		expect(memory.has(id(1), 3)).toBe(false);
		expect(memory.has(id(9), 3)).toBe(true);
		memory.add(delivery(1, 3, SERIES));
		expect([memory.has(id(1), 4), memory.has(id(2), 4)]).toEqual([true, false]);
	});

	it('of one series are not brought back by an older text', () => {
		const older = holding().write(delivery(1, 1, SERIES), 10);
		const memory = holding(delivery(2, 2, SERIES));
		memory.read(older);
		expect(memory.has(id(1), 3)).toBe(false);
		expect(memory.has(id(2), 3)).toBe(true);
	});

	it('stay few, the latest ones', () => {
		const memory = new Deliveries(3);
		for (let number = 0; number < 10; number += 1) memory.add(delivery(number, number, SERIES));
		expect(memory.size).toBe(1);
		for (let number = 10; number < 20; number += 1) memory.add(delivery(number, number));
		expect(memory.size).toBe(3);
		expect([16, 17, 19].map((number) => memory.has(id(number), 20))).toEqual([false, true, true]);
		// Nothing is left of the series either: it would outlive all its deliveries.
		memory.add(delivery(20, 1, SERIES));
		expect(memory.has(id(20), 20)).toBe(true);
	});
});

describe('What is stored', () => {
	const deliveries = fc.array(
		fc.record({
			id: fc.integer({ min: 0, max: 40 }).map(id),
			at: fc.integer({ min: 0, max: REMEMBERED_FOR * 2 }),
			series: fc.constantFrom(undefined, undefined, SERIES, OTHER),
		}),
	);
	const now = REMEMBERED_FOR * 2;
	const next: Delivery = { id: id(99), at: now };

	it('tells another process the same, and ends with the next delivery', () => {
		fc.assert(
			fc.property(deliveries, (all) => {
				const ordered = [...all].sort((one, other) => one.at - other.at);
				const memory = holding(...ordered);
				const copy = new Deliveries(1_000);
				copy.read(memory.write(next, 1_000));
				memory.add(next);
				for (let number = 0; number < 100; number += 1) {
					expect(copy.has(id(number), now)).toBe(memory.has(id(number), now));
				}
			}),
		);
	});

	it('is bounded and holds each id once', () => {
		fc.assert(
			fc.property(deliveries, fc.integer({ min: 1, max: 5 }), (all, most) => {
				const lines = holding(...all)
					.write(next, most)
					.split('\n');
				expect(lines.length).toBeLessThanOrEqual(most);
				expect(new Set(lines).size).toBe(lines.length);
				expect(lines.at(-1)).toContain(next.id);
			}),
		);
	});

	it('is 45 KB at the most', () => {
		const memory = new Deliveries(10_000);
		for (let number = 0; number < 10_000; number += 1)
			memory.add(delivery(number, 1_790_000_000_000));
		const text = memory.write(delivery(10_000, 1_790_000_000_000), 1_000);
		expect(text.split('\n')).toHaveLength(1_000);
		expect(text.length).toBeLessThan(45_000);
	});

	it('may be anything', () => {
		fc.assert(
			fc.property(fc.anything(), fc.string(), (value, text) => {
				const memory = new Deliveries(10);
				memory.read(value);
				memory.read(`${text}\n${id(1)} zz\n${id(2)}\n${id(3)} 1 nothing`);
				expect(memory.has(id(1), parseInt('zz', 36))).toBe(true);
				expect(memory.has(id(3), 1)).toBe(false);
			}),
		);
	});
});
