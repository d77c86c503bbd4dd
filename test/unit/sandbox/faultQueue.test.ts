import type { Fault } from '../../sandbox';
import { useSandbox } from './client';

const service = useSandbox();
const MOBILE = '+6281200001111';
const STRATEGIES = '/service/cloud/v2/strategy';

describe('the requests a fault is meant for', () => {
	const statusOf = {
		token: async () => (await service.logIn()).status,
		strategies: async () => (await service.get(STRATEGIES)).status,
		plan: async () => (await service.create()).status,
		'/service/cloud/list': async () => (await service.get('/service/cloud/list')).status,
	};
	const names = Object.keys(statusOf) as Array<keyof typeof statusOf>;

	it.each(names)('%s, and no others', async (on) => {
		service.sandbox.misbehave({ on, kind: '500' });
		for (const name of names) if (name !== on) expect(await statusOf[name]()).toBe(200);
		expect(await statusOf[on]()).toBe(500);
	});

	it.each(names)('any, such as %s', async (name) => {
		service.sandbox.misbehave({ on: 'any', kind: '500' });
		expect(await statusOf[name]()).toBe(500);
		expect(await statusOf[name]()).toBe(200);
	});

	it('the strategy list where it was moved to', async () => {
		service.sandbox.set({ strategyPath: '/moved' });
		service.sandbox.misbehave({ on: 'strategies', kind: '500' });
		expect((await service.get('/moved')).status).toBe(500);
	});
});

describe('the order of faults', () => {
	const statuses = async (count: number) => {
		const seen: number[] = [];
		for (let round = 0; round < count; round += 1) seen.push((await service.create()).status);
		return seen;
	};

	it('skip lets requests pass first, times takes several', async () => {
		service.sandbox.misbehave({ on: 'plan', kind: '503', skip: 1, times: 2 });
		expect(await statuses(5)).toEqual([200, 503, 503, 200, 200]);
		expect(service.sandbox.callsTo(MOBILE)).toBe(3);
	});

	it('faults take turns, each counting from when the one before it is over', async () => {
		service.sandbox.misbehave({ on: 'plan', kind: '429', skip: 1 });
		service.sandbox.misbehave({ on: 'plan', kind: '502' });
		service.sandbox.misbehave({ on: 'plan', kind: '503', skip: 2 });
		expect(await statuses(7)).toEqual([200, 429, 502, 200, 200, 503, 200]);
	});

	it('requests of another kind are not counted', async () => {
		service.sandbox.misbehave({ on: 'plan', kind: '503', skip: 1 });
		await service.get(STRATEGIES);
		await service.logIn();
		expect(await statuses(2)).toEqual([200, 503]);
	});

	it('a fault can last for ever, until a reset', async () => {
		service.sandbox.misbehave({ on: 'plan', kind: '503', times: Infinity });
		expect(await statuses(3)).toEqual([503, 503, 503]);
		service.sandbox.reset();
		expect(await statuses(1)).toEqual([200]);
	});
});

describe('a fault that makes no sense is refused', () => {
	it.each([
		[{ kind: '500' }, 'a fault needs on'],
		[{ on: 'plan', kind: '418' }, 'unknown kind of fault: 418'],
		[{ on: 'plan', kind: 'toString' }, 'unknown kind of fault: toString'],
		[{ on: 'plan', kind: 'slow' }, 'slow needs it'],
		[{ on: 'plan', kind: 'redirect' }, 'redirect needs it'],
		[{ on: 'plan', kind: '500', times: 0 }, 'times must be 1 or more'],
		[{ on: 'plan', kind: '500', skip: '1' }, 'skip must be a count'],
		[{ on: 'plan', kind: '429', retryAfter: 2 }, 'retryAfter must be a text'],
		[{ on: 'plan', kind: '500', delayMs: -1 }, 'delayMs must be milliseconds'],
		[undefined, 'a fault must be an object'],
	])('%j', async (fault, message) => {
		expect(() => service.sandbox.misbehave(fault as unknown as Fault)).toThrow(message);
		expect((await service.create()).status).toBe(200);
	});
});
