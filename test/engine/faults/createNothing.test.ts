import { borrowers } from '../../rows';
import type { FaultKind } from '../../sandbox';
import { accountOf, rowsOf } from './account';
import { useWorld } from './world';

const world = useWorld();
const { sandbox, planRequests, signedIn } = world;
const rows = borrowers(6);
const all = [0, 1, 2, 3, 4, 5];
const parameters = {
	invalidContacts: 'createNothing',
	options: { planName: 'p', contactsPerPlan: 2 },
};
/** Three checks go before three plans. */
const CHECKS = 3;
const KINDS: FaultKind[] = ['hangUpAfter', 'http403', '500After', '504', 'html', 'truncated'];

const create = async (node = {}) =>
	await world.createWith(await signedIn(), rows, parameters, node);

describe('Create Nothing', () => {
	it.each(KINDS)(
		'%s during the checks: nobody is called, and running again works',
		async (kind) => {
			sandbox().misbehave({ on: 'plan', kind, skip: 1, times: kind === 'http403' ? 1 : 4 });
			const { error } = await create();
			const left = 4 - planRequests('p-2').length;
			expect(sandbox().plans).toEqual([]);
			expect(error?.message).toMatch(/\. Plan 'p-2' \(2 contacts\) could not be checked$/);
			expect(error?.description).toMatch(/Not sent: \d plans? with \d contacts/);

			// Uses up what a client that does not repeat has left of the trouble.
			for (let i = 0; i < left; i++) await create();
			await create();
			expect([...sandbox().calls().values()]).toEqual(Array(6).fill(1));
		},
	);

	it.each(KINDS)('%s during the checks, On Error continue: every row leaves once', async (kind) => {
		sandbox().misbehave({ on: 'plan', kind, skip: 1, times: 4 });
		const result = await create({ onError: 'continueErrorOutput' });

		expect(sandbox().plans).toEqual([]);
		expect(rowsOf(accountOf(result))).toEqual(all);
	});

	it.each(KINDS)('%s while creating: running again calls nobody twice', async (kind) => {
		sandbox().misbehave({ on: 'plan', kind, skip: CHECKS + 1 });
		const { error } = await create();
		expect(error?.message).toMatch(/plan 'p-2'/i);
		expect(error?.description).toMatch(/do not send again: 'p' \(2 contacts\)/);

		const again = await create();
		expect(again.error).toBeUndefined();
		expect(rowsOf(accountOf(again))).toEqual(all);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('accounts for the plans that were checked before a check failed', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1 });
		const { error } = await create();

		expect(error?.description).toMatch(/Not sent: 2 plans with 4 contacts/);
	});
});
