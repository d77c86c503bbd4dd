import { assignments } from './builders';
import { useSandbox } from './sandboxed';

const { create, planBodies, sandbox } = useSandbox();

describe('Custom contacts', () => {
	const custom = { contactType: 'custom', customMapping: 'columns' };

	it('sends the columns as they are', async () => {
		const rows = [{ Customer: 'Siti', Score: 12.5, Vip: true, Tags: ['a'], Empty: null }];
		await create(rows, custom);

		expect(planBodies()[0]?.Details).toEqual(rows);
	});

	it('reads and checks the phone number when its property is named', async () => {
		const rows = [
			{ Tel: '+62 812-300-0001', Name: 'Siti' },
			{ Tel: 'none', Name: 'Budi' },
		];
		const { rejected } = await create(rows, { ...custom, phoneProperty: 'Tel' });

		expect(planBodies()[0]?.Details).toEqual([{ Tel: '+628123000001', Name: 'Siti' }]);
		expect(rejected).toMatchObject([
			{ Name: 'Budi', rejection: { problems: [{ property: 'Tel' }] } },
		]);
	});

	it('says how many were refused when it is not certain which', async () => {
		sandbox().set({ product: 'other', alsoReject: ['+628123000001'] });
		const rows = [{ Tel: '+628123000001' }, { Tel: '+628123000002' }];
		const { plans, rejected, hints, summaryType } = await create(rows, custom);

		expect(rejected).toEqual([]);
		expect(plans).toMatchObject([
			{ contactsSent: 1, contactsRejected: 1, unmatchedErrors: [expect.anything()] },
		]);
		expect(hints).toEqual([
			"1 plan created, 1 of 2 contacts sent, 0 rejected, 1 refused by AI Rudder, not certain which: see 'unmatchedErrors'",
		]);
		expect(summaryType).toBe('warning');
		expect((await create(rows.slice(1), custom)).summaryType).toBe('info');
	});

	it('sends the properties that the user names', async () => {
		await create([{ Name: 'Siti', Other: 1 }], {
			...custom,
			customMapping: 'properties',
			customContacts: assignments({ CustomerName: '={{ $json.Name }}', Product: 'Loan' }),
		});

		expect(planBodies()[0]?.Details).toEqual([{ CustomerName: 'Siti', Product: 'Loan' }]);
	});
});
