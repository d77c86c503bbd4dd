import type { PlanSettings, ReadyRow } from '../../../nodes/AiRudder/contacts/plans';
import { cutIntoPlans, listOf } from './build';

const settings = (changes: Partial<PlanSettings> = {}): PlanSettings => ({
	strategy: 'three_rounds',
	sipLine: 'LINE',
	...changes,
});

/** Rows numbered from 0, each with the settings given for it. */
const ready = (...each: PlanSettings[]): ReadyRow[] =>
	each.map((settings, row) => ({ row, contact: { Debtor: `d${row}` }, settings }));

const rowsOf = (plans: ReturnType<typeof cutIntoPlans>) => plans.map(({ rows }) => rows);

describe('rows with the same settings', () => {
	it.each([
		[0, 3, []],
		[1, 3, [1]],
		[3, 3, [3]],
		[4, 3, [3, 1]],
		[7, 3, [3, 3, 1]],
		[3, 1, [1, 1, 1]],
		[10_001, 10_000, [10_000, 1]],
		[12_000, 5_000, [5_000, 5_000, 2_000]],
	])('%i rows of at most %i a plan make plans of %j', (count, most, sizes) => {
		const plans = cutIntoPlans(ready(...Array.from({ length: count }, () => settings())), most);
		expect(plans.map(({ contacts }) => contacts.read().length)).toEqual(sizes);
		expect(rowsOf(plans).flat()).toEqual(Array.from({ length: count }, (_, row) => row));
	});

	it('stand beside the contact that they became', () => {
		const [plan] = cutIntoPlans(ready(settings(), settings()), 5);
		expect(plan).toEqual({
			settings: settings(),
			contacts: listOf([{ Debtor: 'd0' }, { Debtor: 'd1' }]),
			rows: [0, 1],
		});
	});

	it('keep their numbers where rows between them were rejected', () => {
		const rows = ready(settings(), settings(), settings()).filter(({ row }) => row !== 1);
		expect(rowsOf(cutIntoPlans(rows, 5))).toEqual([[0, 2]]);
	});
});

describe('rows with different settings', () => {
	it.each<[string, Partial<PlanSettings>]>([
		['another strategy', { strategy: 'two_rounds' }],
		['another line', { sipLine: 'LINE 2' }],
		['another plan name', { planName: 'March' }],
		['another day', { date: '2026-03-11' }],
		['the do-not-call list', { dncSwitch: true }],
		[
			'a strategy and a line that read alike when joined',
			{ strategy: 'three_roundsLINE', sipLine: '' },
		],
	])('go to other plans, order kept: %s', (_, changes) => {
		const [a, b] = [settings(), settings(changes)];
		expect(rowsOf(cutIntoPlans(ready(a, b, a, b, b), 2))).toEqual([[0, 2], [1, 3], [4]]);
	});

	it('stand in the order of the first row of each', () => {
		const [a, b, c] = ['c', 'a', 'b'].map((strategy) => settings({ strategy }));
		if (!a || !b || !c) throw new Error('three settings');
		const plans = cutIntoPlans(ready(a, b, a, c), 10);
		expect(plans.map((plan) => plan.settings.strategy)).toEqual(['c', 'a', 'b']);
	});

	it('are compared by what they say, not by which object says it', () => {
		const spread = [settings({ date: undefined }), settings(), { ...settings() }];
		expect(rowsOf(cutIntoPlans(ready(...spread), 10))).toEqual([[0, 1, 2]]);
	});

	it('may be named like parts of an object', () => {
		const names = ['__proto__', 'constructor', '__proto__'];
		const plans = cutIntoPlans(ready(...names.map((planName) => settings({ planName }))), 10);
		expect(rowsOf(plans)).toEqual([[0, 2], [1]]);
	});
});
