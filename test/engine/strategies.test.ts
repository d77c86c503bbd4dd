import { pairs } from '../rows';
import { keyAndSecret } from './builders';
import { run } from './n8n/run';
import { useSandbox } from './sandboxed';

const { sandbox } = useSandbox({
	strategies: Array.from({ length: 60 }, (_, i) => `strategy_${i}`),
});

const list = async (changes: object = {}, account: object = {}) =>
	await run({
		rows: [{}],
		parameters: { resource: 'strategy', operation: 'list', returnAll: true, ...changes },
		credentials: { ...keyAndSecret(sandbox()), ...account },
	});

describe('List Strategies', () => {
	it.each(['strings', 'objects', 'nested', 'name'] as const)(
		'gives one item a strategy when the service sends %s',
		async (strategyShape) => {
			sandbox().set({ strategyShape });
			const { outputs, error } = await list();

			expect(error).toBeUndefined();
			expect(outputs).toHaveLength(1);
			expect(outputs[0]).toHaveLength(60);
			expect(outputs[0]?.[7]?.json).toMatchObject({ name: 'strategy_7' });
			expect(outputs[0]?.map(pairs).flat()).toEqual(Array(60).fill(0));
		},
	);

	it('returns 50 unless told otherwise', async () => {
		expect((await list({ returnAll: false, limit: 50 })).outputs[0]).toHaveLength(50);
		expect((await list({ returnAll: false, limit: 3 })).outputs[0]).toHaveLength(3);
	});

	it('says where to correct the path when nothing is there', async () => {
		sandbox().set({ strategyPath: '/somewhere/else' });
		const { error } = await list();

		expect(error?.message).toMatch(/nothing at this address/);
		expect(error?.description).toMatch(/Strategy List Path/);
	});

	it('asks at the path that the credential names', async () => {
		sandbox().set({ strategyPath: '/somewhere/else' });
		const { outputs } = await list({}, { strategyListPath: '/somewhere/else' });

		expect(outputs[0]).toHaveLength(60);
	});
});
