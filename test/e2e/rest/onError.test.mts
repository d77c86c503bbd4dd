import { createPlan } from '../../engine/builders.ts';
import { accountOf, readError, rowsOf } from '../../engine/faults/account.ts';
import { borrowers } from '../../rows.ts';
import { getToken, runRows } from '../workflows.mts';
import { useStage } from '../world.mts';

const stage = useStage('on error');

/** Three plans of two rows, one of which is bad. */
const rows = borrowers(7).map((row, index) => (index === 1 ? { ...row, Mobile: '' } : row));
const parameters = createPlan({ options: { planName: 'p', contactsPerPlan: 2 } });
const all = [0, 1, 2, 3, 4, 5, 6];

beforeEach(async () => {
	await getToken(stage);
	// The answer to the second plan is lost after the service acted.
	stage.sandbox.misbehave({ on: 'plan', kind: 'hangUpAfter', skip: 1 });
});

it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
	'with %s every row leaves once: in a plan, rejected, or failed',
	async (onError) => {
		const ran = await runRows(stage, rows, parameters, { onError });
		const account = accountOf(ran);

		expect(ran.status).toBe('success');
		expect(rowsOf(account)).toEqual(all);
		expect(account.plans.map(({ rows: inPlan }) => inPlan)).toEqual([
			[0, 2],
			[5, 6],
		]);
		expect(account.rejected).toEqual([1]);
		expect(account.failed.map(({ row }) => row)).toEqual([3, 4]);
		expect(account.failed[0]?.error).toMatch(/Look for plan 'p-2' in AI Rudder/);
		const errorOutput = ran.outputs[2] ?? [];
		expect(errorOutput).toHaveLength(onError === 'continueErrorOutput' ? 2 : 0);
		expect(stage.sandbox.maxCalls()).toBe(1);
	},
);

it('with stopWorkflow the error tells about every row', async () => {
	const ran = await runRows(stage, rows, parameters, { onError: 'stopWorkflow' });

	expect(ran.status).toBe('error');
	expect(readError(ran)).toEqual({
		plan: 'p-2',
		outcome: 'unknown',
		contacts: { about: 2, created: 2, notSent: 2 },
		created: ['p'],
	});
	expect(ran.error?.description).toMatch(/Rejected: 1 row/);
	expect(stage.sandbox.plans).toHaveLength(2);
	expect(stage.sandbox.maxCalls()).toBe(1);
});
