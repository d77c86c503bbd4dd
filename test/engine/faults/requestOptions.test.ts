import { borrowers } from '../../rows';
import { keyAndSecret } from '../builders';
import { newStore } from '../n8n/run';
import type { Forwarder } from './forwarder';
import { startProxy, startSelfSigned } from './forwarder';
import { openDropDown } from './dropDown';
import { PLAN_PATH } from '../sandboxed';
import { listStrategies, useWorld } from './world';

const world = useWorld();
const { sandbox } = world;
const rows = borrowers(2);

const TOKEN = '/service/cloud/auth';
const LIST = '/service/cloud/v2/strategy';

const list = async (credentials: Record<string, string>, changes: object = {}) =>
	await listStrategies(await newStore(credentials), changes);

describe('A proxy', () => {
	let proxy: Forwarder;
	beforeAll(async () => {
		proxy = await startProxy();
	});
	beforeEach(() => {
		proxy.seen.length = 0;
	});
	afterAll(async () => await proxy.close());

	const through = () => ({ requestOptions: { proxy: `http://127.0.0.1:${proxy.port}` } });
	/** What went through; a tunnel hides the path, and then the sandbox tells which requests came. */
	const passed = () => proxy.seen.length;

	it('takes the plan and the token that it needs', async () => {
		const { plans } = await world.create(rows, through());

		expect(plans).toMatchObject([{ status: 'created' }]);
		expect(sandbox().requests.map(({ path }) => path)).toEqual([TOKEN, PLAN_PATH]);
		expect(passed()).toBe(2);
	});

	it('takes the list of strategies and the token that it needs', async () => {
		const { outputs } = await list(keyAndSecret(sandbox()), through());

		expect(outputs[0]).toHaveLength(2);
		expect(sandbox().requests.map(({ path }) => path)).toEqual([TOKEN, LIST]);
		expect(passed()).toBe(2);
	});

	it('takes what the drop-down asks for', async () => {
		const { results } = await openDropDown(await newStore(keyAndSecret(sandbox())), through());

		expect(results.length).toBeGreaterThan(0);
		expect(passed()).toBe(2);
	});

	it('that is no URL is refused before anything is sent', async () => {
		const wrong = { requestOptions: { proxy: 'proxy.example:3128' } };
		const created = await world.create(rows, wrong);
		const listed = await list(keyAndSecret(sandbox()), wrong);

		expect(created.error?.message).toMatch(/'Proxy' of the request options is not a URL/);
		// Said by n8n itself.
		expect(listed.error?.message).toMatch(/proxy is not valid/);
		expect(sandbox().requests).toEqual([]);
	});
});

describe('A certificate that nobody vouches for', () => {
	let behind: Forwarder;
	beforeAll(async () => {
		behind = await startSelfSigned(sandbox().url);
	});
	beforeEach(() => {
		behind.seen.length = 0;
	});
	afterAll(async () => await behind.close());

	const account = () => ({
		...keyAndSecret(sandbox()),
		baseUrl: `https://127.0.0.1:${behind.port}`,
	});
	const trusting = { requestOptions: { allowUnauthorizedCerts: true } };

	it('ends it before anything is sent, so the same rows can be sent again', async () => {
		const store = await newStore(account());
		const { error } = await world.createWith(store, rows);

		expect(error?.message).toMatch(
			/certificate of 127\.0\.0\.1:\d+ was not accepted.*was not created/,
		);
		expect(behind.seen).toEqual([]);

		const { plans } = await world.createWith(store, rows, trusting);
		expect(plans).toMatchObject([{ status: 'created' }]);
	});

	it('ends it as well when a token is there already', async () => {
		const { data } = await newStoreAfterSignIn();
		const { error } = await world.createWith(await newStore(data), rows);

		expect(error?.message).toMatch(/certificate.*was not created/);
		expect(behind.seen).toEqual([]);
	});

	async function newStoreAfterSignIn() {
		const store = await newStore(account());
		await world.createWith(store, borrowers(1), trusting);
		behind.seen.length = 0;
		return { data: { ...store.data.get('1') } };
	}

	it('is accepted by the list of strategies when the user says so', async () => {
		expect((await list(account())).error?.message).toMatch(/certificate.*was not accepted/);
		expect((await list(account(), trusting)).outputs[0]).toHaveLength(2);
	});
});

describe('A time-out', () => {
	it('is the one of the request options for lists too', async () => {
		sandbox().misbehave({ on: 'strategies', kind: 'slow', delayMs: 2_000, times: 9 });
		const { error } = await list(keyAndSecret(sandbox()), { requestOptions: { timeout: 50 } });

		expect(error?.message).toMatch(/did not answer in time/);
	});
});
