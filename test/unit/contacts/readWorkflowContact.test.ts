import fc from 'fast-check';
import type { WorkflowValues } from '../../../nodes/AiRudder/contacts/readWorkflowContact';
import { readWorkflowContact } from '../../../nodes/AiRudder/contacts/readWorkflowContact';
import { phones, RUNS } from './arbitraries';
import { contactOf, cutIntoPlans, options, problemsOf } from './build';

const values = (variables: object, changes: Partial<WorkflowValues> = {}): WorkflowValues => ({
	callee: '+628123456701',
	caseId: 'A-1',
	variables: new Map(Object.entries(variables)),
	...changes,
});

const read = (given: WorkflowValues) => readWorkflowContact(given, options());

describe('a row for a workflow', () => {
	it('becomes its number, its case and its variables as texts', () => {
		expect(contactOf(read(values({ name: 'Siti', days: 3 })))).toEqual({
			callee: '+628123456701',
			case_id: 'A-1',
			variables: { days: '3', name: 'Siti' },
		});
	});

	it.each([undefined, null, '', ' '])('is sent without a case when it has %p there', (caseId) => {
		expect(contactOf(read(values({}, { caseId })))).toEqual({
			callee: '+628123456701',
			variables: {},
		});
	});

	it('is the same whatever the order of its columns', () => {
		const [one, other] = [
			{ b: '1', a: '2' },
			{ a: '2', b: '1' },
		].map((v) => read(values(v)));
		expect(JSON.stringify(one)).toBe(JSON.stringify(other));
	});

	it('is rejected with all its problems', () => {
		const given = values({ a: {}, b: [], c: 'fine' }, { callee: undefined, caseId: true });
		expect(problemsOf(read(given)).map(({ property }) => property)).toEqual([
			'callee',
			'case_id',
			'a',
			'b',
		]);
	});
});

describe('a variable', () => {
	it.each([
		['  as it is\n', '  as it is\n'],
		['', ''],
		[0, '0'],
		[-1.5, '-1.5'],
		[0.1 + 0.2, '0.30000000000000004'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		[true, 'true'],
		[false, 'false'],
	])('%p is sent as %p', (value, text) => {
		expect(contactOf(read(values({ v: value }))).variables).toEqual({ v: text });
	});

	it.each([undefined, null])('%p is left out', (value) => {
		expect(contactOf(read(values({ v: value, w: 'x' }))).variables).toEqual({ w: 'x' });
	});

	it.each([
		[{}, /an object/],
		[[1], /a list/],
		[new Date(0), /a date/],
		[Number.NaN, /not exact/],
		[2 ** 53, /not exact/],
		[1e-7, /not exact/],
		[() => 1, /a function/],
	])('%p is refused with a reason', (value, reason) => {
		expect(problemsOf(read(values({ v: value })))).toEqual([
			{ property: 'v', value, reason: expect.stringMatching(reason) },
		]);
	});

	it('may be named like parts of an object, but not __proto__', () => {
		const [constructor, proto] = ['constructor', '__proto__'].map((name) =>
			read(values({}, { variables: new Map([[name, 'x']]) })),
		);
		expect(constructor && contactOf(constructor).variables).toEqual({ constructor: 'x' });
		expect(proto && problemsOf(proto)).toHaveLength(1);
	});
});

const variable = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.double(),
	fc.maxSafeInteger(),
	fc.boolean(),
	fc.constantFrom<unknown>(null, undefined, {}, [], new Date(0)),
);

const rows = fc.array(
	fc.record({
		callee: fc.oneof(fc.constant('+628123456701'), phones),
		caseId: fc.oneof(fc.string(), fc.maxSafeInteger(), fc.constant(null)),
		variables: fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), variable, { maxKeys: 3 }),
	}),
	{ maxLength: 30 },
);

/** A variable told from the text that was sent for it, by other means than the node's. */
const same = (value: unknown, text: string) =>
	typeof value === 'number'
		? Number(text) === value
		: typeof value === 'boolean'
			? JSON.parse(text) === value
			: text === value;

it('every row leaves exactly once, and nothing of it is lost', () => {
	const property = fc.property(rows, fc.integer({ min: 1, max: 7 }), (all, most) => {
		const results = all.map((row) =>
			read({ ...row, variables: new Map(Object.entries(row.variables)) }),
		);
		const ready = results.flatMap((result, row) =>
			'contact' in result ? [{ row, contact: result.contact, settings: { name: 'n' } }] : [],
		);
		const plans = cutIntoPlans(ready, most);
		const rejected = results.flatMap((result, row) => ('problems' in result ? [row] : []));

		const left = [...plans.flatMap((plan) => plan.rows), ...rejected];
		expect(left.sort((a, b) => a - b)).toEqual([...all.keys()]);
		for (const row of rejected) expect(problemsOf(results[row] ?? ({} as never))).not.toEqual([]);
		for (const { row, contact } of ready) {
			const sent = contact.variables as Record<string, string>;
			const given = Object.entries(all[row]?.variables ?? {}).filter(
				([, v]) => (v ?? null) !== null,
			);
			expect(Object.keys(sent).sort()).toEqual(given.map(([name]) => name).sort());
			for (const [name, value] of given) expect(same(value, sent[name] ?? '')).toBe(true);
		}
	});
	fc.assert(property, RUNS);
});
