import { repeatFinder } from '../../../nodes/AiRudder/contacts/repeats';

const asked = (property: string, contacts: Array<Record<string, unknown>>) => {
	const find = repeatFinder(property);
	return contacts.map((contact, index) => find({ row: index * 2, contact }));
};

describe('rows with a number that an earlier row has', () => {
	it('are a problem that names the first row, counted from 1', () => {
		const numbers = ['+621', '+622', '+621', '+621', '+623'];
		const reason = "Stands in row 1 already, and the option 'Repeated Numbers' keeps the first";
		const repeat = { property: 'Mobile', value: '+621', reason };
		expect(
			asked(
				'Mobile',
				numbers.map((Mobile) => ({ Mobile })),
			),
		).toEqual([undefined, undefined, repeat, repeat, undefined]);
	});

	it('are found by the property that was named', () => {
		const contacts = [
			{ Phone: '+621', Mobile: '+629' },
			{ Phone: '+622', Mobile: '+629' },
			{ Phone: '+622', Mobile: '+628' },
		];
		expect(asked('Phone', contacts).map((problem) => problem?.reason)).toEqual([
			undefined,
			undefined,
			expect.stringMatching('Stands in row 3 already'),
		]);
	});

	it('are told from rows of another batch', () => {
		expect(asked('Mobile', [{ Mobile: '+621' }])).toEqual([undefined]);
		expect(asked('Mobile', [{ Mobile: '+621' }])).toEqual([undefined]);
	});
});
