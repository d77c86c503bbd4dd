import fc from 'fast-check';
import { namePlans } from '../../../nodes/AiRudder/contacts/names';
import type { PlanSettings, ReadyRow, UnnamedPlan } from '../../../nodes/AiRudder/contacts/plans';
import { readContact } from '../../../nodes/AiRudder/contacts/readContact';
import { RUNS } from './arbitraries';
import { cutIntoPlans, listOf, options, TODAY, values } from './build';

/** Plan names as the node lets them pass: at most 54 characters. */
const planName = fc.oneof(
	fc.constantFrom('March', 'March-2', 'March-10', 'p'.repeat(54), '\ud83d\ude00'.repeat(54)),
	fc.string({ unit: 'binary', minLength: 1, maxLength: 27 }),
);

const settings: fc.Arbitrary<PlanSettings> = fc.record(
	{
		strategy: fc.constantFrom('three_rounds', 'two_rounds'),
		sipLine: fc.constantFrom('LINE', 'LINE 2'),
		planName: fc.option(planName, { nil: undefined }),
		date: fc.constantFrom(undefined, TODAY, '2026-03-11'),
		dncSwitch: fc.constantFrom(undefined, true, false),
	},
	{ requiredKeys: ['strategy', 'sipLine'] },
);

/** Rows by what is wrong with them, few different ones so that equal contacts and plans come up. */
const row = fc.record({
	Debtor: fc.constantFrom('a', 'b', '', null, 'd'.repeat(65)),
	Arrears: fc.constantFrom(0, 5, '1.234', undefined),
});

const batch = fc.record({
	rows: fc.array(row, { maxLength: 40 }),
	each: fc.array(settings, { minLength: 1, maxLength: 4 }),
	chosen: fc.infiniteStream(fc.nat()),
	most: fc.integer({ min: 1, max: 8 }),
});

describe('every row', () => {
	it('leaves exactly once: in one plan, or rejected with a reason; order kept within its settings', async () => {
		const property = fc.asyncProperty(batch, async ({ rows, each, chosen, most }) => {
			const ready: ReadyRow[] = [];
			const rejected: number[] = [];
			for (const [number, given] of rows.entries()) {
				const result = readContact(values(given), options());
				const own = each[(chosen.next().value ?? 0) % each.length];
				if (!own) throw new Error('a row has settings');
				if ('contact' in result) {
					ready.push({ row: number, contact: result.contact, settings: own });
				} else {
					expect(result.problems.length).toBeGreaterThan(0);
					rejected.push(number);
				}
			}
			const plans = await namePlans(cutIntoPlans(ready, most), { today: TODAY });

			const left = [...plans.flatMap((plan) => plan.rows), ...rejected];
			expect(left.sort((a, b) => a - b)).toEqual(rows.map((_, number) => number));
			for (const plan of plans) {
				expect(plan.rows.length).toBeLessThanOrEqual(most);
				expect(plan.rows.length).toBeGreaterThan(0);
				const own = ready.filter((one) => plan.rows.includes(one.row));
				expect(plan.contacts.read()).toEqual(own.map((one) => one.contact));
				for (const one of own) expect(one.settings).toEqual(plan.settings);
			}
			for (const same of each) {
				const order = plans.filter((p) => same === p.settings).flatMap((p) => p.rows);
				expect(order).toEqual([...order].sort((a, b) => a - b));
			}
		});
		await fc.assert(property, RUNS);
	});
});

const plan: fc.Arbitrary<UnnamedPlan> = fc.record({
	settings,
	contacts: fc
		.array(fc.record({ Debtor: fc.constantFrom('a', 'b') }), { minLength: 1, maxLength: 2 })
		.map(listOf),
	rows: fc.constant([0]),
});
const moment = fc.record({
	today: fc.constantFrom(TODAY, '2026-03-11'),
	again: fc.constantFrom(undefined, '101500'),
});

describe('the names of plans', () => {
	it('all differ, as do the fingerprints, and have at most 54 characters', async () => {
		const plans = fc.array(plan, { maxLength: 30, size: 'max' });
		const property = fc.asyncProperty(plans, moment, async (unnamed, now) => {
			const named = await namePlans(unnamed, now);
			expect(new Set(named.map(({ name }) => name)).size).toBe(unnamed.length);
			expect(new Set(named.map(({ fingerprint }) => fingerprint)).size).toBe(unnamed.length);
			for (const { name } of named) expect([...name].length).toBeLessThanOrEqual(54);
		});
		await fc.assert(property, RUNS);
	});

	it('depend on contents alone, with the fingerprints: not on the rows or on the time of making', async () => {
		const property = fc.asyncProperty(
			fc.array(plan, { maxLength: 8 }),
			moment,
			async (unnamed, now) => {
				const copy = unnamed.map(({ settings: own, contacts }) => ({
					settings: { ...own },
					contacts: listOf(contacts.read()),
					rows: [99],
				}));
				const tags = async (plans: UnnamedPlan[]) =>
					(await namePlans(plans, now)).map(({ name, fingerprint }) => [name, fingerprint]);
				expect(await tags(copy)).toEqual(await tags(unnamed));
			},
		);
		await fc.assert(property, RUNS);
	});

	it('derived ones do not change with the plans beside them', async () => {
		const property = fc.asyncProperty(
			fc.array(plan, { minLength: 1, maxLength: 8 }),
			moment,
			async (plans, now) => {
				const unnamed = plans.map((one) => ({
					...one,
					settings: { ...one.settings, planName: undefined },
				}));
				const each = await Promise.all(unnamed.map(async (one) => await namePlans([one], now)));
				const alone = new Set(each.flat().map((p) => p.name));
				const together = new Set((await namePlans(unnamed, now)).map((p) => p.name));
				for (const name of alone) expect(together).toContain(name);
			},
		);
		await fc.assert(property, RUNS);
	});
});
