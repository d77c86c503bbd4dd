import fc from 'fast-check';
import type { Row } from '../../../nodes/AiRudder/contacts/columns';
import { automaticMapping, columnPath, valueAt } from '../../../nodes/AiRudder/contacts/columns';
import { CONTACT_PROPERTIES } from '../../../nodes/AiRudder/contacts/properties';
import type { ContactResult } from '../../../nodes/AiRudder/contacts/readContact';
import { readContact } from '../../../nodes/AiRudder/contacts/readContact';
import { readCustom } from '../../../nodes/AiRudder/contacts/readCustom';
import { matchServiceErrors } from '../../../nodes/AiRudder/contacts/serviceErrors';
import { borrowers } from '../../rows';
import { brokenTexts, hostile, readingOptions, RUNS } from './arbitraries';
import { inProcessZone } from './build';

const column = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom<string>(...CONTACT_PROPERTIES.map(({ name }) => name)) },
	{
		weight: 1,
		arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'mobile', ' Unit ', ''),
	},
	{ weight: 1, arbitrary: brokenTexts },
);

/** Rows as JSON would make them: `__proto__` is a column of its own. */
const row = fc.array(fc.tuple(column, hostile), { maxLength: 16 }).map((cells) => {
	const made: Row = {};
	for (const [name, value] of cells) {
		Object.defineProperty(made, name, { value, enumerable: true, configurable: true });
	}
	return made;
});

const untouched = () => [
	Object.getOwnPropertyNames(Object.prototype).length,
	Object.getOwnPropertyNames(Array.prototype).length,
	Object.getOwnPropertyNames(Function.prototype).length,
	Object.keys({}).length,
];

function expectAnswer(result: ContactResult): void {
	expect('contact' in result).not.toBe('problems' in result);
	if (!('problems' in result)) return;
	expect(result.problems.length).toBeGreaterThan(0);
	for (const { property, reason } of result.problems) {
		expect(typeof property).toBe('string');
		expect(reason).toMatch(/^[A-Z].{10,}/s);
	}
}

describe('hostile rows are read or refused, without an exception and without a trace', () => {
	it('mapped automatically', () => {
		const before = untouched();
		const property = fc.property(row, readingOptions, (given, options) => {
			const { values, problems } = automaticMapping()(given);
			expectAnswer(problems.length > 0 ? { problems } : readContact(values, options));
		});
		fc.assert(property, RUNS);
		expect(untouched()).toEqual(before);
	});

	// The first and the last Date there is have no local time in some time zones.
	it.each([14, 7, -12])('in a process %i hours east of UTC', (hours) => {
		const property = fc.property(row, readingOptions, (given, options) => {
			expectAnswer(readContact(new Map(Object.entries(given)), options));
		});
		inProcessZone(hours, () => fc.assert(property, { numRuns: 1_000 }));
	});

	it('of products whose properties are not published', () => {
		const before = untouched();
		const phone = fc.constantFrom(undefined, 'Mobile', 'constructor');
		const property = fc.property(row, phone, readingOptions, (given, name, options) => {
			const result = readCustom(new Map(Object.entries(given)), name, options);
			expectAnswer(result);
			if ('contact' in result) expect(() => JSON.stringify(result.contact)).not.toThrow();
		});
		fc.assert(property, RUNS);
		expect(untouched()).toEqual(before);
	});

	it('read by any path', () => {
		const before = untouched();
		const path = fc.array(fc.oneof(column, fc.constantFrom('0', 'length', 'x', 'prototype')));
		const property = fc.property(row, path, (given, steps) => {
			const plain = JSON.parse(JSON.stringify(Object.keys(given))) as unknown;
			valueAt({ ...given, plain }, steps);
			expect(valueAt(given, ['__proto__', 'toString'])).not.toBe(Object.prototype.toString);
		});
		fc.assert(property, RUNS);
		expect(untouched()).toEqual(before);
	});
});

it('any text is a path or none, and a path that is found leads to what the expression names', () => {
	const piece = fc.constantFrom(
		'={{',
		'}}',
		'$json',
		'.a',
		'?.b',
		'["c d"]',
		"['e']",
		'[0]',
		' ',
		'"',
		']',
	);
	const expression = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));
	const property = fc.property(fc.oneof(expression, brokenTexts), (text) => {
		const path = columnPath(text);
		if (path === undefined) return;
		const steps = text.replace(/^=\s*\{\{\s*\$json|\s*\}\}\s*$/g, '');
		const named = steps.match(/[abc]( d)?|e|0/g) ?? [];
		expect(path).toEqual(named);
	});
	fc.assert(property, RUNS);
});

// The plan exists by then: an exception would hide that it does.
it('whatever the service says of a plan, each entry is matched or kept, and nothing throws', () => {
	const contacts = borrowers(5);
	const key = fc.constantFrom('Mobile', 'index', 'row', 'message', 'field', 'x');
	const small = fc.oneof(
		fc.integer({ min: -2, max: 7 }),
		fc.constantFrom('+628123000002', 'Row 2'),
	);
	const value = fc.oneof(small, fc.jsonValue(), fc.constant(JSON.parse('{"toString":1}')));
	const entry = fc.oneof(fc.dictionary(key, value, { maxKeys: 4 }), value);
	const property = fc.property(fc.array(entry, { maxLength: 8 }), (list) => {
		const { rejected, unmatched } = matchServiceErrors(list, contacts);
		const matched = [...rejected.values()].flat();
		expect(matched.length + unmatched.length).toBe(list.length);
		for (const position of rejected.keys()) expect(contacts[position]).toBeDefined();
	});
	fc.assert(property, RUNS);
});
