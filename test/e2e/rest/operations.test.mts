import { createPlan, STRATEGY } from '../../engine/builders.ts';
import { accountOf, rowsOf } from '../../engine/faults/account.ts';
import { borrower, borrowers } from '../../rows.ts';
import { runRows } from '../workflows.mts';
import { useStage } from '../world.mts';

const stage = useStage('operations', { strategies: [STRATEGY, 'second', 'third'] });

const checkContacts = createPlan({ operation: 'check', options: { contactsPerPlan: 2 } });

it('Check Contacts has the service check every row, and calls nobody', async () => {
	const refused = borrower(3);
	stage.sandbox.set({ alsoReject: [refused.Mobile] });
	const rows = [...borrowers(3), borrower(4, { Mobile: 'unknown' })];
	const ran = await runRows(stage, rows, checkContacts);

	expect(rowsOf(accountOf(ran))).toEqual([0, 1, 2, 2, 3]);
	expect(ran.outputs[0]?.map(({ json }) => [json.status, json.contactsRejected])).toEqual([
		['checked', 0],
		['checked', 1],
	]);
	expect(ran.outputs[1]?.map(({ json }) => json)).toMatchObject([
		{ ...refused, rejection: { by: 'service' } },
		{ ...rows[3], rejection: { by: 'check' } },
	]);
	expect(stage.sandbox.plans).toEqual([]);
	expect(stage.sandbox.maxCalls()).toBe(0);
});

it('List Strategies gives one item each', async () => {
	const { outputs } = await runRows(stage, [{}], {
		resource: 'strategy',
		operation: 'list',
		returnAll: true,
	});
	expect(outputs.map((items) => items.map(({ json }) => json.name))).toEqual([
		[STRATEGY, 'second', 'third'],
	]);
});

it('List Strategies keeps to its limit', async () => {
	const limited = { resource: 'strategy', operation: 'list', returnAll: false, limit: 2 };
	const { outputs } = await runRows(stage, [{}], limited);
	expect(outputs[0]).toHaveLength(2);
});
