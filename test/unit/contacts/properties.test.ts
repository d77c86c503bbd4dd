import { readContact } from '../../../nodes/AiRudder/contacts/readContact';
import { CONTACT_PROPERTIES } from '../../../nodes/AiRudder/contacts/properties';
import { collectionProperties } from '../../sandbox/contacts';
import { contactOf, options, TODAY } from './build';

const theirs = collectionProperties(TODAY);

describe('the table of properties, compared with what the sandbox made of the documentation', () => {
	it('has the same 13 names, in the same order', () => {
		expect(CONTACT_PROPERTIES.map(({ name }) => name)).toEqual(Object.keys(theirs));
		expect(CONTACT_PROPERTIES).toHaveLength(13);
	});

	it.each(CONTACT_PROPERTIES)('requires $name alike', ({ name, required }) => {
		expect(theirs[name]?.required).toBe(required);
	});

	it.each(CONTACT_PROPERTIES)('limits $name alike', ({ name, kind, maxLength }) => {
		if (kind !== 'text') return;
		const takes = (length: number) => theirs[name]?.check('x'.repeat(length)) === undefined;
		expect(takes(maxLength ?? 100_000)).toBe(true);
		expect(takes((maxLength ?? 100_000) + 1)).toBe(maxLength === undefined);
	});

	it.each(CONTACT_PROPERTIES)('sends $name as a number or a text alike', ({ name, kind }) => {
		const refusesNumber = theirs[name]?.check(1) !== undefined;
		expect(refusesNumber).toBe(kind !== 'amount');
	});
});

describe('the examples of the table', () => {
	it('are a good contact together, sent as they stand there', () => {
		const row = new Map(CONTACT_PROPERTIES.map(({ name, example }) => [name, example]));
		const contact = contactOf(readContact(row, options()));
		for (const { name, example } of CONTACT_PROPERTIES) {
			expect(String(contact[name])).toBe(example);
			expect(theirs[name]?.check(contact[name])).toBeUndefined();
		}
	});

	it('and rules are for people: short, and each says its limit', () => {
		for (const { rule, maxLength, label, name } of CONTACT_PROPERTIES) {
			expect(rule.length).toBeLessThan(70);
			if (maxLength !== undefined) expect(rule).toContain(`${maxLength} characters`);
			expect(label.replaceAll(' ', '')).toBe(name);
		}
	});
});
