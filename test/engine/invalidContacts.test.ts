import { badBorrower, borrower, borrowers } from '../rows';
import { useSandbox } from './sandboxed';

const { create, planBodies, sandbox } = useSandbox();

describe('Invalid contacts: create nothing', () => {
	const nothing = { invalidContacts: 'createNothing' };

	it('lets the service decide about a single plan', async () => {
		const { plans } = await create(borrowers(2), nothing);

		expect(planBodies().map(({ Perform }) => Perform)).toEqual([3]);
		expect(plans[0]).toMatchObject({ status: 'created', contactsSent: 2 });
	});

	it('creates nothing when a row is bad here, and still says what the service thinks', async () => {
		sandbox().set({ alsoReject: [borrower(1).Mobile] });
		const { plans, rejected, hints } = await create([...borrowers(2), badBorrower(3)], nothing);

		expect(planBodies().map(({ Perform }) => Perform)).toEqual([2]);
		expect(plans).toMatchObject([{ status: 'notCreated', contactsReceived: 2, contactsSent: 0 }]);
		expect(rejected.map(({ Debtor }) => Debtor)).toEqual(['Siti Rahma 1', 'Siti Rahma 3']);
		expect(sandbox().plans).toEqual([]);
		expect(hints).toEqual(['0 plans created, 0 of 3 contacts sent, 2 rejected']);
	});

	it('checks all plans before it creates the first', async () => {
		sandbox().set({ alsoReject: [borrower(5).Mobile] });
		const options = { contactsPerPlan: 2 };
		const { plans } = await create(borrowers(6), { ...nothing, options });

		expect(planBodies().map(({ Perform }) => Perform)).toEqual([2, 2, 2]);
		expect(plans.map(({ status }) => status)).toEqual(['notCreated', 'notCreated', 'notCreated']);
		expect(sandbox().plans).toEqual([]);
	});

	it('creates all plans when every row everywhere is good', async () => {
		const options = { contactsPerPlan: 2 };
		const { plans } = await create(borrowers(6), { ...nothing, options });

		expect(planBodies().map(({ Perform }) => Perform)).toEqual([2, 2, 2, 3, 3, 3]);
		expect(plans.map(({ status }) => status)).toEqual(['created', 'created', 'created']);
		expect(sandbox().maxCalls()).toBe(1);
	});
});
