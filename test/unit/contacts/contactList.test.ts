import { createHash } from 'crypto';
import fc from 'fast-check';
import { jsonWith } from '../../../nodes/AiRudder/contacts/contactList';
import { namePlans } from '../../../nodes/AiRudder/contacts/names';
import { RUNS } from './arbitraries';
import { listOf, TODAY } from './build';

const numbered = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ Debtor: `d${index}`, Arrears: index }));

const contact = fc.dictionary(
	fc.oneof(fc.string({ unit: 'binary' }), fc.constant('__proto__')),
	fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })),
	{ maxKeys: 3 },
);

describe('the JSON of a request', () => {
	it.each([0, 1, 249, 250, 251, 500, 10_000])('is that of its %i contacts', (count) => {
		const contacts = numbered(count);
		const json = jsonWith({ PlanName: 'March' }, 'Details', listOf(contacts)).toString();
		expect(json).toBe(JSON.stringify({ PlanName: 'March', Details: contacts }));
	});

	it('is the same as in one go, whatever the contacts hold', () => {
		const rest = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, maxKeys: 3 });
		const property = fc.property(rest, fc.array(contact), (given, contacts) => {
			const json = jsonWith(given, 'list of "these"', listOf(contacts)).toString();
			// JSON.stringify writes what stands last first when its name is a number.
			const list = JSON.stringify(contacts);
			expect(json).toBe(`${JSON.stringify(given).slice(0, -1)},"list of \\"these\\"":${list}}`);
			expect(JSON.parse(json)).toMatchObject({ 'list of "these"': JSON.parse(list) as unknown });
		});
		fc.assert(property, RUNS);
	});

	it('can be made again, for a retry', () => {
		const list = listOf(numbered(300));
		expect(jsonWith({ a: 1 }, 'b', list)).toEqual(jsonWith({ a: 1 }, 'b', list));
	});
});

it('contacts are read back as they are sent', () => {
	const property = fc.property(fc.array(contact), (contacts) => {
		expect(listOf(contacts).read()).toEqual(JSON.parse(JSON.stringify(contacts)));
	});
	fc.assert(property, RUNS);
});

// What was sent today must be known today, also after an update of this package.
it('the fingerprint is the one it has always been', async () => {
	const contacts = numbered(600);
	const plan = {
		settings: { strategy: 'three_rounds', sipLine: 'LINE' },
		contacts: listOf(contacts),
		rows: [...contacts.keys()],
	};
	const hash = createHash('sha256');
	hash.update(JSON.stringify(['three_rounds', 'LINE', TODAY, false]));
	for (const from of [0, 250, 500]) hash.update(JSON.stringify(contacts.slice(from, from + 250)));
	const [named] = await namePlans([plan], { today: TODAY });
	expect(named?.fingerprint).toBe(hash.digest('hex'));
});
