import { borrower, borrowers } from '../rows';
import { useOlderEngine } from './n8n/olderEngine';
import { useSandbox } from './sandboxed';

const { create, planBodies, sandbox } = useSandbox();

describe('Create Plan run by the declarative engine', () => {
	useOlderEngine();

	it('makes a plan of one row', async () => {
		const { outputs, error } = await create([borrower(1)]);

		expect(error).toBeUndefined();
		expect(planBodies()).toMatchObject([{ Perform: 1, Details: [borrower(1)] }]);
		expect(outputs[0]).toMatchObject([
			{
				json: {
					status: 'created',
					contactsSent: 1,
					notice: expect.stringMatching(/does not remember/),
				},
				pairedItem: [{ item: 0 }],
			},
		]);
	});

	it('gives a rejected row with its reason', async () => {
		const { outputs } = await create([borrower(1, { Mobile: 'none' })]);

		expect(outputs[0]).toMatchObject([{ json: { rejection: { by: 'check' } } }]);
		expect(planBodies()).toEqual([]);
	});

	it('refuses several rows instead of creating a plan for each', async () => {
		const { error } = await create(borrowers(2));

		expect(error?.message).toMatch(/several rows/);
		expect(sandbox().plans).toEqual([]);
	});
});
