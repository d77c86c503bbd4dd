import fc from 'fast-check';
import { CONTACT_PROPERTIES } from '../../../nodes/AiRudder/contacts/properties';
import type { ContactProperty } from '../../../nodes/AiRudder/contacts/properties';
import { readContact } from '../../../nodes/AiRudder/contacts/readContact';
import { contactChecker } from '../../sandbox/contacts';
import { defaults } from '../../sandbox/settings';
import { amounts, dates, hostile, phones, readingOptions, texts } from './arbitraries';
import { contactOf, TODAY, values } from './build';

const KINDS: Record<ContactProperty['kind'], fc.Arbitrary<unknown>> = {
	text: texts,
	phone: phones,
	date: dates,
	amount: amounts,
	gender: texts,
};

/** What a column of the property may hold. */
const cell = ({ kind }: ContactProperty) =>
	fc.oneof({ weight: 6, arbitrary: KINDS[kind] }, { weight: 1, arbitrary: hostile });

/** A good row in which up to three values are something else. */
const row = fc
	.record(Object.fromEntries(CONTACT_PROPERTIES.map((one) => [one.name, cell(one)])))
	.chain((other) =>
		fc
			.subarray(Object.keys(other), { maxLength: 3 })
			.map((names) => values(Object.fromEntries(names.map((name) => [name, other[name]])))),
	);

const problemsAtTheService = contactChecker(defaults, TODAY);

it('nothing that is taken is refused by the documented rules', () => {
	let taken = 0;
	const property = fc.property(row, readingOptions, (given, options) => {
		const result = readContact(given, options);
		if (!('contact' in result)) return;
		taken++;
		const sent = JSON.parse(JSON.stringify(result.contact)) as unknown;
		expect(sent).toEqual(result.contact);
		expect(problemsAtTheService(sent)).toEqual([]);
	});
	fc.assert(property, { numRuns: 6_000 });
	// The property would be empty if nearly all rows were rejected.
	expect(taken).toBeGreaterThan(1_500);
});

it('what is sent holds no property without a value, and no other property', () => {
	const names = new Set<string>(CONTACT_PROPERTIES.map(({ name }) => name));
	const property = fc.property(row, readingOptions, (given, options) => {
		const result = readContact(given, options);
		if (!('contact' in result)) return;
		for (const [name, value] of Object.entries(contactOf(result))) {
			expect(names).toContain(name);
			expect(value === '' || value === null).toBe(false);
		}
	});
	fc.assert(property, { numRuns: 2_000 });
});
