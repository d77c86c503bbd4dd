'use strict';

/** Hands out `count` contacts of 13 columns, every tenth bad if `bad` is set. */
class Rows {
	description = {
		displayName: 'Bench Rows',
		name: 'rows',
		group: ['input'],
		version: 1,
		description: 'Contacts to measure with',
		defaults: { name: 'Rows' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			{ displayName: 'Count', name: 'count', type: 'number', default: 10 },
			{ displayName: 'Bad', name: 'bad', type: 'boolean', default: false },
		],
	};

	async execute() {
		const count = this.getNodeParameter('count', 0);
		const bad = this.getNodeParameter('bad', 0);
		const items = [];
		for (let number = 0; number < count; number++) {
			const json = contact(number);
			if (bad && number % 10 === 9) json.LoanDate = '03/04/2025';
			items.push({ json });
		}
		return [items];
	}
}

const contact = (number) => ({
	Debtor: `Siti Rahma ${number}`,
	Mobile: `+62812${3_000_000 + number}`,
	LoanDate: '2026-01-31',
	DueDate: '2026-03-02',
	LoanAmount: 1_500_000,
	Arrears: 1_734_500.5,
	Unit: 'RP',
	Platform: 'AIRUDDER',
	Comments: `ID-${number}`,
	Gender: 'female',
	ExtraA: 'Jakarta',
	ExtraB: '3 days late',
	ExtraC: 'VIP',
});

module.exports = { Rows, contact };
