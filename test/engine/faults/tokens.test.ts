import type { ExpiryKind } from '../../sandbox';
import { borrowers } from '../../rows';
import { keyAndSecret } from '../builders';
import type { StoredCredentials } from '../n8n/credentials';
import { newStore } from '../n8n/run';
import { PLAN_PATH } from '../sandboxed';
import { edit, listStrategies, pasted, sessionTokenOf, useWorld } from './world';

const world = useWorld();
const { sandbox, planRequests, signedIn, storedToken } = world;

const KINDS: ExpiryKind[] = ['http401', 'body401'];
const STRATEGIES = '/service/cloud/v2/strategy';

const create = async (store: StoredCredentials) => await world.createWith(store, borrowers(2));

const OPERATIONS = [
	['Create Plan', PLAN_PATH, create],
	['List Strategies', STRATEGIES, listStrategies],
] as const;

const requestsTo = (wanted: string) => sandbox().requests.filter(({ path }) => path === wanted);

describe.each(OPERATIONS)('An expired token in %s', (_, path, operate) => {
	describe.each(KINDS)('told as %s', (kind) => {
		it('is renewed once, stored, and the request repeated once', async () => {
			const store = await signedIn();
			sandbox().expireTokens(kind);
			const old = sessionTokenOf(store);
			const { error } = await operate(store);

			expect(error).toBeUndefined();
			expect(requestsTo(path).length).toBe(2);
			expect(sandbox().tokenRequests).toBe(1);
			expect(sessionTokenOf(store)).toBe(storedToken());
			expect(sessionTokenOf(store)).not.toBe(old);
			expect(sandbox().maxCalls()).toBeLessThanOrEqual(1);
		});

		it('needs no further token request in the next execution', async () => {
			const store = await signedIn();
			sandbox().expireTokens(kind);
			await operate(store);
			await listStrategies(store);

			expect(sandbox().tokenRequests).toBe(1);
		});

		it('is not renewed when another execution has done so meanwhile', async () => {
			const store = await signedIn();
			sandbox().expireTokens(kind);
			world.watch(() => edit(store, { sessionToken: storedToken() }));
			const { error } = await operate(store);

			expect(error).toBeUndefined();
			expect(requestsTo(path).length).toBe(2);
			expect(sandbox().tokenRequests).toBe(0);
		});

		it('is renewed when the one of another execution is not accepted either', async () => {
			const store = await signedIn();
			const [mark] = sessionTokenOf(store).split(':');
			sandbox().expireTokens(kind);
			world.watch(() => {
				world.watch(() => undefined);
				edit(store, { sessionToken: `${mark}:also-expired` });
			});
			const { error } = await operate(store);

			expect(error).toBeUndefined();
			expect(requestsTo(path).length).toBe(3);
			expect(sandbox().tokenRequests).toBe(1);
		});

		it('is an error when the renewed one is not accepted either', async () => {
			const store = await signedIn();
			sandbox().misbehave({ on: path, kind, times: 50 });
			const { error } = await operate(store);

			expect(error?.message).toMatch(/did not accept the token/);
			expect(error?.description).toMatch(/App Key.*App Secret/);
			expect(requestsTo(path).length).toBe(2);
			expect(sandbox().tokenRequests).toBe(1);
		});

		it('is an error when the very first one is not accepted twice', async () => {
			const store = await newStore(keyAndSecret(sandbox()));
			sandbox().misbehave({ on: path, kind, times: 50 });
			const { error } = await operate(store);

			expect(error?.message).toMatch(/did not accept the token/);
			expect(sandbox().tokenRequests).toBeLessThanOrEqual(2);
			expect(requestsTo(path).length).toBe(2);
		});

		it('says so when it was pasted, and is not tried again', async () => {
			const store = await newStore(pasted(sandbox()));
			sandbox().expireTokens(kind);
			const { error } = await operate(store);

			expect(error?.message).toMatch(/token has expired or is not valid/);
			expect(error?.description).toMatch(/Paste a new one.*App Key and Secret/);
			expect(requestsTo(path).length).toBe(1);
			expect(sandbox().tokenRequests).toBe(0);
		});
	});

	it('is fetched when there is none, with a single token request', async () => {
		const store = await newStore(keyAndSecret(sandbox()));
		await operate(store);
		await operate(store);

		expect(sandbox().tokenRequests).toBe(1);
		expect(requestsTo(path).length).toBeLessThanOrEqual(2);
	});

	it('of another account is not used after the key in the credential changed', async () => {
		const store = await signedIn();
		const [, old = ''] = sessionTokenOf(store).split(':');
		sandbox().reset();
		sandbox().set({ appKey: 'the-key-of-another-account', appSecret: 'its-secret-0987' });
		edit(store, { appKey: 'the-key-of-another-account', appSecret: 'its-secret-0987' });
		const { error } = await operate(store);

		expect(error).toBeUndefined();
		expect(sandbox().tokenRequests).toBe(1);
		expect(JSON.stringify(sandbox().requests)).not.toContain(old);
		expect(requestsTo(path).length).toBe(1);
	});

	it.each([
		['key', { appKey: 'no-such-key' }],
		['secret', { appSecret: 'no-such-secret' }],
	])('cannot be fetched with a wrong %s, which is said', async (_name, wrong) => {
		const store = await newStore({ ...keyAndSecret(sandbox()), ...wrong });
		const { error } = await operate(store);

		expect(error?.message).toMatch(/'App Key' or 'App Secret'/);
		expect(error?.description).toMatch(/Copy 'App Key' and 'App Secret' again/);
		expect(sandbox().tokenRequests).toBe(1);
		expect(requestsTo(path).length).toBe(0);
	});
});

describe('A run of several plans', () => {
	it.each(KINDS)('renews a token that expires halfway (%s) once, on the way', async (kind) => {
		const store = await signedIn();
		let seen = 0;
		world.watch((line) => {
			if (line.includes(PLAN_PATH) && ++seen === 2) sandbox().expireTokens(kind);
		});
		const options = { contactsPerPlan: 2 };
		const { plans } = await world.createWith(store, borrowers(8), { options });

		expect(plans.map(({ status }) => status)).toEqual(Array(4).fill('created'));
		expect(planRequests()).toHaveLength(5);
		expect(sandbox().tokenRequests).toBe(1);
		expect(sandbox().maxCalls()).toBe(1);
	});
});
