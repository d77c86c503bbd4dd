import { borrowers } from '../../rows';
import { keyAndSecret } from '../builders';
import { newStore } from '../n8n/run';
import type { OtherServer } from './otherServer';
import { startServer } from './otherServer';
import { listStrategies, pasted, useWorld } from './world';

const world = useWorld();
const { sandbox, planRequests, signedIn } = world;
const rows = borrowers(2);

let other: OtherServer;
beforeAll(async () => {
	// Listens on every address of this machine, so that whatever were sent to one would arrive.
	other = await startServer(() => ({ status: 200, body: { code: 200, data: [] } }), '0.0.0.0');
});
afterEach(() => {
	other.seen.length = 0;
});
afterAll(async () => await other.close());

describe('A base URL', () => {
	it.each([
		'http://127.0.0.2:PORT',
		'http://0.0.0.0:PORT',
		'HTTP://127.0.0.2:PORT/api',
		'http://127.0.0.1.example.com:PORT',
		'http://localhost.example.com:PORT',
		'http://127.0.0.1@127.0.0.2:PORT',
		'http://user:password@127.0.0.1:PORT',
		'ftp://127.0.0.1:PORT',
		'//127.0.0.2:PORT',
		'127.0.0.1',
		'',
	])(
		'%p, which is plain http to another host or no base URL, is refused without a request',
		async (address) => {
			const baseUrl = address.replace('PORT', String(other.port));
			const accounts = [
				{ ...keyAndSecret(sandbox()), baseUrl },
				{ ...pasted(sandbox(), 'a-pasted-token'), baseUrl },
				{ ...pasted(sandbox(), 'a-pasted-token'), sessionToken: '', baseUrl },
			];
			for (const credentials of accounts) {
				const create = await world.createWith(await newStore(credentials), rows);
				expect(create.error?.message).toMatch(/'Base URL'.*was not created/);
				const { error } = await listStrategies(await newStore(credentials));
				expect(error?.message).toMatch(/'Base URL'/);
			}
			expect(other.seen).toEqual([]);
		},
	);

	it.each(['http://localhost', 'http://127.0.0.1'])('%s is taken', async (host) => {
		const credentials = { ...keyAndSecret(sandbox()), baseUrl: `${host}:${other.port}` };
		await listStrategies(await newStore(credentials));

		expect(other.seen.length).toBeGreaterThan(0);
	});
});

describe('A redirect to another host', () => {
	const elsewhere = () => `http://localhost:${other.port}/collect`;

	it.each(['plan', 'token', 'any'])('of a %s request is not followed', async (on) => {
		const signed = on === 'token' ? keyAndSecret(sandbox()) : undefined;
		const store = signed ? await newStore(signed) : await signedIn();
		sandbox().misbehave({ on, kind: 'redirect', times: 9, location: elsewhere() });
		const { error } = await world.createWith(store, rows);

		expect(error?.message).toMatch(/a redirect/);
		expect(other.seen).toEqual([]);
	});

	it.each(['strategies', 'token'])('of a list of strategies (%s) is not followed', async (on) => {
		sandbox().misbehave({ on, kind: 'redirect', times: 9, location: elsewhere() });
		const { error } = await listStrategies(await newStore(keyAndSecret(sandbox())));

		expect(error?.message).toMatch(/a redirect/);
		expect(other.seen).toEqual([]);
	});

	it.each([301, 302, 303, 307, 308])('with HTTP %i is not followed either', async (status) => {
		const redirecting = await startServer(() => ({ status, headers: { location: elsewhere() } }));
		const account = { ...pasted(sandbox()), baseUrl: redirecting.url };
		const { error } = await world.createWith(await newStore(account), rows);
		await redirecting.close();

		expect(error?.message).toMatch(/a redirect/);
		expect(redirecting.seen).toHaveLength(1);
		expect(other.seen).toEqual([]);
	});

	it('of the first try of a pasted token does not carry it along', async () => {
		const account = { ...pasted(sandbox()), sessionToken: '' };
		sandbox().misbehave({ on: 'any', kind: 'redirect', times: 9, location: elsewhere() });
		await world.createWith(await newStore(account), rows);

		expect(other.seen).toEqual([]);
		expect(planRequests().length).toBeLessThanOrEqual(1);
	});
});
