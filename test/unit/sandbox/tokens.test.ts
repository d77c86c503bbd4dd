import { plan, useSandbox } from './client';

const service = useSandbox();
const HOUR = 60 * 60 * 1000;
const STRATEGIES = '/service/cloud/v2/strategy';

const tokenOf = async (): Promise<string> => (await service.logIn()).data.data?.token ?? '';
const withToken = async (token: string) =>
	await service.send('GET', STRATEGIES, undefined, { Authorization: `Token ${token}` });
/** Moves the service's clock. */
const later = (ms: number) => {
	const now = Date.now();
	jest.spyOn(Date, 'now').mockImplementation(() => now + ms);
};

afterEach(() => jest.restoreAllMocks());

describe('asking for a token', () => {
	it('gives one in the envelope, for the right key and secret', async () => {
		const { status, data } = await service.logIn();
		expect(status).toBe(200);
		expect(data).toEqual({
			data: { token: expect.any(String) as string },
			status: 'OK',
			code: 200,
		});
	});

	it('gives tokens that contain + and /', async () => {
		for (let round = 0; round < 20; round += 1) {
			expect(await tokenOf()).toMatch(/\+.*\/|\/.*\+/);
			service.sandbox.expireTokens('http401');
		}
	});

	it('tells an unknown key and a wrong secret apart, under HTTP 200', async () => {
		const key = await service.logIn('other');
		const secret = await service.logIn(undefined, 'other');
		expect([key.status, key.data.code, key.data.message]).toEqual([
			200,
			401,
			'APPKey does not exist',
		]);
		expect([secret.status, secret.data.code, secret.data.message]).toEqual([
			200,
			401,
			'APPSecret is wrong',
		]);
	});

	it.each([
		[{ AppKey: 'sandbox-key-4f1d', APPSecret: 'x' }, 'APPKey is missing'],
		[{ APPKey: 'sandbox-key-4f1d', AppSecret: 'x' }, 'APPSecret is missing'],
		[['APPKey', 'APPSecret'], 'APPKey is missing'],
	])('wants the exact capitals: %j', async (body, message) => {
		const { data } = await service.send('POST', '/service/cloud/auth', body);
		expect(data).toMatchObject({ code: 401, message });
	});

	it('needs no token itself', async () => {
		service.sandbox.expireTokens('http401');
		expect((await service.logIn()).data.code).toBe(200);
	});

	it('counts every such request, the refused ones too', async () => {
		await service.logIn();
		await service.logIn('other');
		await service.get(STRATEGIES);
		expect(service.sandbox.tokenRequests).toBe(2);
	});

	it('takes the key and secret it is told to', async () => {
		service.sandbox.set({ appKey: 'k', appSecret: 's' });
		expect(service.sandbox.appKey).toBe('k');
		expect((await service.logIn('k', 's')).data.code).toBe(200);
		service.sandbox.reset();
		expect((await service.logIn('k', 's')).data.code).toBe(401);
	});
});

describe('the life of a token', () => {
	it('is 24 hours', async () => {
		const token = await tokenOf();
		later(24 * HOUR - 1000);
		expect((await withToken(token)).status).toBe(200);
		later(24 * HOUR + 1000);
		expect((await withToken(token)).status).toBe(401);
	});

	it('begins again, with the same token, when one is asked for while it is valid', async () => {
		const token = await tokenOf();
		later(20 * HOUR);
		expect(await tokenOf()).toBe(token);
		jest.restoreAllMocks();
		later(40 * HOUR);
		expect((await withToken(token)).status).toBe(200);
	});

	it('does not begin again by using it', async () => {
		const token = await tokenOf();
		later(20 * HOUR);
		await withToken(token);
		jest.restoreAllMocks();
		later(25 * HOUR);
		expect((await withToken(token)).status).toBe(401);
	});

	it('is followed by another token', async () => {
		const token = await tokenOf();
		later(25 * HOUR);
		expect(await tokenOf()).not.toBe(token);
	});

	it('ends for every token at a command, pasted ones included', async () => {
		const [asked, pasted] = [await tokenOf(), service.sandbox.issueToken()];
		service.sandbox.expireTokens('http401');
		expect((await withToken(asked)).status).toBe(401);
		expect((await withToken(pasted)).status).toBe(401);
		expect((await withToken(await tokenOf())).status).toBe(200);
	});
});

describe('a refused token', () => {
	it('is told as HTTP 401 with the envelope at first', async () => {
		const { status, data } = await withToken('nonsense');
		expect(status).toBe(401);
		expect(data).toMatchObject({ data: null, status: 'Unauthorized', code: 401 });
	});

	it('is told as HTTP 200 with body code 401 when chosen', async () => {
		service.sandbox.expireTokens('body401');
		const { status, data } = await withToken('nonsense');
		expect([status, data.code]).toEqual([200, 401]);
		service.sandbox.expireTokens('http401');
		expect((await withToken('nonsense')).status).toBe(401);
	});

	it.each([
		['no header', undefined],
		['the token alone', (token: string) => token],
		['Bearer', (token: string) => `Bearer ${token}`],
		['token in lower case', (token: string) => `token ${token}`],
		['two spaces', (token: string) => `Token  ${token}`],
		['no space', (token: string) => `Token${token}`],
		['an encoded token', (token: string) => `Token ${encodeURIComponent(token)}`],
	])('is one that does not come as Authorization: Token <token>: %s', async (_, write) => {
		const token = service.sandbox.issueToken();
		const headers: Record<string, string> =
			write === undefined ? {} : { Authorization: write(token) };
		const paths = ['/service/cloud/v2/strategy', '/service/cloud/list', '/service/cloud/detail'];
		for (const path of paths) {
			expect((await service.send('GET', path, undefined, headers)).status).toBe(401);
		}
		const create = await service.send('POST', '/service/cloud/v2/plan', plan(), headers);
		expect(create.status).toBe(401);
		expect(service.sandbox.plans).toHaveLength(0);
	});

	it('is one from before a reset', async () => {
		const token = service.sandbox.issueToken();
		service.sandbox.reset();
		expect((await withToken(token)).status).toBe(401);
	});
});
