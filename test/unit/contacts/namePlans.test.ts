import { namePlans } from '../../../nodes/AiRudder/contacts/names';
import type { PlanSettings, UnnamedPlan } from '../../../nodes/AiRudder/contacts/plans';
import { TODAY } from './build';

const plan = (debtor: string, changes: Partial<PlanSettings> = {}): UnnamedPlan => ({
	settings: { strategy: 'three_rounds', sipLine: 'LINE', ...changes },
	contacts: [{ Debtor: debtor, Arrears: 5 }],
	rows: [0],
});

const names = (...plans: UnnamedPlan[]) =>
	namePlans(plans, { today: TODAY }).map(({ name }) => name);
const fingerprints = (...plans: UnnamedPlan[]) =>
	namePlans(plans, { today: TODAY }).map(({ fingerprint }) => fingerprint);

describe('a plan with a given name', () => {
	it('has it as it is, and further plans have it numbered', () => {
		const named = ['a', 'b', 'c'].map((debtor) => plan(debtor, { planName: 'March ' }));
		expect(names(...named)).toEqual(['March ', 'March -2', 'March -3']);
	});

	it('is numbered past a name that another plan has', () => {
		const given = ['March', 'March-2', 'March', 'March'];
		const named = given.map((planName, index) => plan(`d${index}`, { planName }));
		expect(names(...named)).toEqual(['March', 'March-2', 'March-3', 'March-4']);
	});

	it.each([
		['letters', 'p'],
		['emoji', '\ud83d\ude00'],
	])('is shortened, by whole characters, where the number would not fit: %s', (_, character) => {
		const planName = character.repeat(54);
		const [first, second, third] = names(...['a', 'b', 'c'].map((d) => plan(d, { planName })));
		expect(first).toBe(planName);
		expect(second).toBe(`${character.repeat(52)}-2`);
		expect(third).toBe(`${character.repeat(52)}-3`);
	});

	it('is numbered beyond 9 within 54 characters, all different', () => {
		const planName = `${'p'.repeat(53)}2`;
		const all = names(...Array.from({ length: 120 }, (_, i) => plan(`d${i}`, { planName })));
		expect(new Set(all).size).toBe(120);
		expect(Math.max(...all.map((name) => [...name].length))).toBe(54);
	});
});

describe('a plan without a name', () => {
	it('is named after the day and its contents', () => {
		expect(names(plan('a'))).toEqual([expect.stringMatching(/^n8n-2026-03-10-[0-9a-f]{20}$/)]);
	});

	it('has the same name for the same rows on the same day, and another on another day', () => {
		expect(names(plan('a'))).toEqual(names(plan('a')));
		const [tomorrow] = namePlans([plan('a')], { today: '2026-03-11' });
		expect(tomorrow?.name).not.toBe(names(plan('a'))[0]);
	});

	it('has another name when it is sent again on purpose', () => {
		const [again] = namePlans([plan('a')], { today: TODAY, again: '101500' });
		expect(again?.name).toBe(`${names(plan('a'))[0]}-101500`);
		expect(again?.fingerprint).toBe(fingerprints(plan('a'))[0]);
	});

	it('is told from an equal plan of the same batch', () => {
		const [first, second] = names(plan('a'), plan('a'));
		expect(second).toBe(`${first}-2`);
	});
});

describe('the fingerprint', () => {
	it.each<[string, UnnamedPlan]>([
		['the plan name', plan('a', { planName: 'March' })],
		['the numbers of the rows', { ...plan('a'), rows: [7] }],
		['a do-not-call switch that is off, which is the default', plan('a', { dncSwitch: false })],
	])('does not depend on %s', (_, other) => {
		expect(fingerprints(other)).toEqual(fingerprints(plan('a')));
	});

	it.each<[string, UnnamedPlan]>([
		['the strategy', plan('a', { strategy: 'two_rounds' })],
		['the line', plan('a', { sipLine: 'LINE 2' })],
		['the day', plan('a', { date: '2026-03-11' })],
		['the do-not-call switch', plan('a', { dncSwitch: true })],
		['a contact', plan('b')],
		['the kind of a value', { ...plan('a'), contacts: [{ Debtor: 'a', Arrears: '5' }] }],
		['how many contacts there are', { ...plan('a'), contacts: [...plan('a').contacts, {}] }],
	])('depends on %s', (_, other) => {
		expect(fingerprints(other)).not.toEqual(fingerprints(plan('a')));
	});

	// Products whose columns are sent as they are: a moved column must not let the list be called again.
	it('does not depend on the order of the columns', () => {
		const turned = { ...plan('a'), contacts: [{ Arrears: 5, Debtor: 'a' }] };
		expect(fingerprints(turned)).toEqual(fingerprints(plan('a')));
	});

	it('depends on the order of the contacts', () => {
		const contacts = [{ Debtor: 'a' }, { Debtor: 'b' }];
		const turned = { ...plan('a'), contacts: [...contacts].reverse() };
		expect(fingerprints({ ...plan('a'), contacts })).not.toEqual(fingerprints(turned));
	});

	it('tells equal plans of one batch apart', () => {
		const [first, second, third] = fingerprints(plan('a'), plan('a'), plan('a'));
		expect([second, third]).toEqual([`${first}#2`, `${first}#3`]);
	});
});
