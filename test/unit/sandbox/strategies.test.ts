import { plan, useSandbox } from './client';

const service = useSandbox({ strategies: ['a', 'b'] });
const PATH = '/service/cloud/v2/strategy';

it.each([
	['strings' as const, ['a', 'b']],
	[
		'objects' as const,
		[
			{ Strategy: 'a', Rounds: 3 },
			{ Strategy: 'b', Rounds: 3 },
		],
	],
	['nested' as const, { list: [{ strategy_name: 'a' }, { strategy_name: 'b' }] }],
	[
		'name' as const,
		[
			{ id: 1, name: 'a' },
			{ id: 2, name: 'b' },
		],
	],
])('the list can look like %s', async (strategyShape, data) => {
	service.sandbox.set({ strategyShape });
	expect((await service.get(PATH)).data).toEqual({ data, status: 'OK', code: 200 });
});

it('the list holds objects unless told otherwise', async () => {
	expect((await service.get(PATH)).data.data).toContainEqual({ Strategy: 'a', Rounds: 3 });
});

it('there can be thousands, and none', async () => {
	service.sandbox.set({ strategies: Array.from({ length: 5000 }, (_, index) => `s${index}`) });
	expect((await service.get(PATH)).data.data).toHaveLength(5000);
	service.sandbox.set({ strategies: [] });
	expect((await service.get(PATH)).data.data).toEqual([]);
});

it('a strategy that is taken away can no longer be used', async () => {
	const body = plan({ Strategy: 'b' });
	expect((await service.create(body)).data.code).toBe(200);
	service.sandbox.set({ strategies: ['a'] });
	expect((await service.create(body)).data.message).toBe('Strategy does not exist');
});

it('the list can be at another address, since the real one is a guess', async () => {
	service.sandbox.set({ strategyPath: '/service/cloud/strategies' });
	expect((await service.get('/service/cloud/strategies')).data.code).toBe(200);
	expect((await service.get(PATH)).status).toBe(404);
});
