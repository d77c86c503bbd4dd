import { badBorrower, borrower, borrowers } from '../rows';
import { useSandbox } from './sandboxed';

const { create, planBodies, sandbox } = useSandbox();

describe('Check Contacts', () => {
	const check = { operation: 'check' };

	it('does the same checks and calls nobody', async () => {
		sandbox().set({ alsoReject: [borrower(1).Mobile] });
		const { plans, rejected, hints } = await create([...borrowers(2), badBorrower(3)], check);

		expect(planBodies().map(({ Perform }) => Perform)).toEqual([2]);
		expect(plans).toMatchObject([
			{ status: 'checked', contactsReceived: 2, contactsSent: 0, contactsRejected: 1 },
		]);
		expect(rejected.map(({ Debtor }) => Debtor)).toEqual(['Siti Rahma 1', 'Siti Rahma 3']);
		expect(sandbox().maxCalls()).toBe(0);
		expect(hints[0]).toBe('3 contacts checked without calling anybody, 2 rejected');
	});

	it('does not keep a plan from being created afterwards', async () => {
		await create(borrowers(2), check);
		const { plans } = await create(borrowers(2));

		expect(plans).toMatchObject([{ status: 'created', contactsSent: 2 }]);
	});
});
