import { namePlans } from '../../../nodes/AiRudder/contacts/names';
import type { PlanSettings, UnnamedPlan } from '../../../nodes/AiRudder/contacts/plans';
import { listOf, TODAY } from './build';

const plan = (debtor: string, changes: Partial<PlanSettings> = {}): UnnamedPlan => ({
	settings: { strategy: 'three_rounds', sipLine: 'LINE', ...changes },
	contacts: listOf([{ Debtor: debtor, Arrears: 5 }]),
	rows: [0],
});

const names = async (...plans: UnnamedPlan[]) =>
	(await namePlans(plans, { today: TODAY })).map(({ name }) => name);
const fingerprints = async (...plans: UnnamedPlan[]) =>
	(await namePlans(plans, { today: TODAY })).map(({ fingerprint }) => fingerprint);

describe('a plan with a given name', () => {
	it('has it as it is, and further plans have it numbered', async () => {
		const named = ['a', 'b', 'c'].map((debtor) => plan(debtor, { planName: 'March ' }));
		expect(await names(...named)).toEqual(['March ', 'March -2', 'March -3']);
	});

	it('is numbered past a name that another plan has', async () => {
		const given = ['March', 'March-2', 'March', 'March'];
		const named = given.map((planName, index) => plan(`d${index}`, { planName }));
		expect(await names(...named)).toEqual(['March', 'March-2', 'March-3', 'March-4']);
	});

	it.each([
		['letters', 'p'],
		['emoji', '\ud83d\ude00'],
	])(
		'is shortened, by whole characters, where the number would not fit: %s',
		async (_, character) => {
			const planName = character.repeat(54);
			const [first, second, third] = await names(
				...['a', 'b', 'c'].map((d) => plan(d, { planName })),
			);
			expect(first).toBe(planName);
			expect(second).toBe(`${character.repeat(52)}-2`);
			expect(third).toBe(`${character.repeat(52)}-3`);
		},
	);

	it('is numbered beyond 9 within 54 characters, all different', async () => {
		const planName = `${'p'.repeat(53)}2`;
		const all = await names(...Array.from({ length: 120 }, (_, i) => plan(`d${i}`, { planName })));
		expect(new Set(all).size).toBe(120);
		expect(Math.max(...all.map((name) => [...name].length))).toBe(54);
	});
});

describe('a plan without a name', () => {
	it('is named after the day and its contents', async () => {
		expect(await names(plan('a'))).toEqual([
			expect.stringMatching(/^n8n-2026-03-10-[0-9a-f]{20}$/),
		]);
	});

	it('has the same name for the same rows on the same day, and another on another day', async () => {
		expect(await names(plan('a'))).toEqual(await names(plan('a')));
		const [tomorrow] = await namePlans([plan('a')], { today: '2026-03-11' });
		expect(tomorrow?.name).not.toBe((await names(plan('a')))[0]);
	});

	it('has another name when it is sent again on purpose', async () => {
		const [again] = await namePlans([plan('a')], { today: TODAY, again: '101500' });
		expect(again?.name).toBe(`${(await names(plan('a')))[0]}-101500`);
		expect(again?.fingerprint).toBe((await fingerprints(plan('a')))[0]);
	});

	it('is told from an equal plan of the same batch', async () => {
		const [first, second] = await names(plan('a'), plan('a'));
		expect(second).toBe(`${first}-2`);
	});
});

describe('the fingerprint', () => {
	it.each<[string, UnnamedPlan]>([
		['the plan name', plan('a', { planName: 'March' })],
		['the numbers of the rows', { ...plan('a'), rows: [7] }],
		['a do-not-call switch that is off, which is the default', plan('a', { dncSwitch: false })],
	])('does not depend on %s', async (_, other) => {
		expect(await fingerprints(other)).toEqual(await fingerprints(plan('a')));
	});

	it.each<[string, UnnamedPlan]>([
		['the strategy', plan('a', { strategy: 'two_rounds' })],
		['the line', plan('a', { sipLine: 'LINE 2' })],
		['the day', plan('a', { date: '2026-03-11' })],
		['the do-not-call switch', plan('a', { dncSwitch: true })],
		['a contact', plan('b')],
		['the kind of a value', { ...plan('a'), contacts: listOf([{ Debtor: 'a', Arrears: '5' }]) }],
		[
			'how many contacts there are',
			{ ...plan('a'), contacts: listOf([...plan('a').contacts.read(), {}]) },
		],
	])('depends on %s', async (_, other) => {
		expect(await fingerprints(other)).not.toEqual(await fingerprints(plan('a')));
	});

	it('depends on the order of the contacts', async () => {
		const contacts = [{ Debtor: 'a' }, { Debtor: 'b' }];
		const straight = { ...plan('a'), contacts: listOf(contacts) };
		const turned = { ...plan('a'), contacts: listOf([...contacts].reverse()) };
		expect(await fingerprints(straight)).not.toEqual(await fingerprints(turned));
	});

	it('tells equal plans of one batch apart', async () => {
		const [first, second, third] = await fingerprints(plan('a'), plan('a'), plan('a'));
		expect([second, third]).toEqual([`${first}#2`, `${first}#3`]);
	});
});
