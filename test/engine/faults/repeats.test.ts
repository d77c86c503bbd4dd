import { borrowers } from '../../rows';
import type { Fault, FaultKind } from '../../sandbox';
import { newStore } from '../n8n/run';
import { startServer } from './otherServer';
import { listStrategies, pasted, patience, useWorld } from './world';

const world = useWorld();
const { sandbox, planRequests, signedIn } = world;

const create = async (parameters = {}) =>
	await world.createWith(await signedIn(), borrowers(2), parameters);

const check = async () => await create({ operation: 'check' });

const list = async () => await listStrategies(await signedIn());

const reads = () => sandbox().requests.filter(({ method }) => method === 'GET');

/** Milliseconds between the requests. */
const gaps = (requests: ReadonlyArray<{ at: number }>) =>
	requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0));

const misbehave = (kind: FaultKind, more: Partial<Fault>) =>
	sandbox().misbehave({ on: 'any', kind, location: `${sandbox().url}/elsewhere`, ...more });

describe('A plan that calls people', () => {
	it.each<FaultKind>(
		'hangUpBefore hangUpAfter 500 502 503 504 500After 502After 504After html htmlAfter empty emptyAfter truncated wrongEnvelope redirect'.split(
			' ',
		) as FaultKind[],
	)('is never sent again after %s', async (kind) => {
		misbehave(kind, { times: 9 });
		await create();

		expect(planRequests()).toHaveLength(1);
	});

	it.each([
		['429', 1, 2],
		['429', 3, 4],
		['429', 9, 4],
		['http403', 9, 1],
		['http401', 1, 2],
		['body401', 1, 2],
	] as const)(
		'is sent as often as is certain to be harmless: %s × %i',
		async (kind, times, sent) => {
			sandbox().misbehave({ on: 'plan', kind, times });
			await create();

			expect(planRequests()).toHaveLength(sent);
			expect(sandbox().maxCalls()).toBe(times < sent ? 1 : 0);
		},
	);

	it.each([429, 401, 400])(
		'is never sent again after HTTP 504 whose body says %i, and its outcome is unknown',
		async (code) => {
			const server = await startServer(() => ({ status: 504, body: { code, message: 'oh' } }));
			const store = await newStore({ ...pasted(sandbox()), baseUrl: server.url });
			const { error } = await world.createWith(store, borrowers(2));
			await server.close();

			expect(server.seen.length).toBe(1);
			expect(error?.message).toMatch(/^It is not known whether plan/);
		},
	);

	it('waits as long as Retry-After says in seconds', async () => {
		misbehave('429', { retryAfter: '1' });
		await create();

		expect(gaps(sandbox().requests)[0]).toBeGreaterThanOrEqual(990);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('waits until the date in Retry-After', async () => {
		const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000);
		misbehave('429', { retryAfter: date.toUTCString() });
		await create();

		expect(sandbox().requests[1]?.at).toBeGreaterThanOrEqual(date.getTime() - 5);
	});

	it('waits longer each time without Retry-After', async () => {
		Object.assign(patience, { firstWait: 100 });
		misbehave('429', { times: 3 });
		await create();
		const [first = 0, second = 0, third = 0] = gaps(sandbox().requests);

		expect(first).toBeGreaterThanOrEqual(49);
		expect(second).toBeGreaterThanOrEqual(99);
		expect(third).toBeGreaterThanOrEqual(199);
	});
});

/** Of a read the service keeps nothing, so it may be repeated after anything that may pass. */
const PASSING = '429 500 502 503 504 hangUpBefore hangUpAfter'.split(' ') as FaultKind[];

describe.each([
	['List Strategies', list, reads],
	['Check Contacts', check, planRequests],
] as const)('%s', (_, read, requests) => {
	it.each(PASSING)('is repeated after %s', async (kind) => {
		misbehave(kind, { times: 2 });
		const { error } = await read();

		expect(error).toBeUndefined();
		expect(requests()).toHaveLength(3);
	});

	it.each(PASSING)('gives up after 4 tries of %s', async (kind) => {
		misbehave(kind, { times: 99 });
		const { error } = await read();

		expect(error?.message).toBeTruthy();
		expect(error?.description).toBeTruthy();
		expect(requests()).toHaveLength(4);
	});

	it.each<FaultKind>(['http403', 'body403', 'wrongEnvelope', 'html', 'redirect'])(
		'is not repeated after %s, which will not pass',
		async (kind) => {
			misbehave(kind, { times: 99 });
			await read();

			expect(requests()).toHaveLength(1);
		},
	);

	it('waits longer each time, and as long as Retry-After says', async () => {
		Object.assign(patience, { firstWait: 60 });
		misbehave('503', { times: 2 });
		misbehave('429', { retryAfter: '1' });
		await read();
		const [first = 0, second = 0, third = 0] = gaps(sandbox().requests);

		expect(first).toBeGreaterThanOrEqual(29);
		expect(second).toBeGreaterThanOrEqual(59);
		expect(third).toBeGreaterThanOrEqual(990);
	});
});
