import axios from 'axios';
import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { AiRudderApi } from '../../credentials/AiRudderApi.credentials';
import { startService } from '../engine/faults/otherServer';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

/** n8n's HTTP helper, as far as a credential uses it, with another client behind it. */
const helpers = {
	helpers: {
		async httpRequest({ url, method, body, headers, timeout }: IHttpRequestOptions) {
			const {
				status,
				headers: replyHeaders,
				data,
			} = await axios.request<string>({
				url,
				method,
				data: body,
				headers: headers as Record<string, string>,
				timeout,
				responseType: 'text',
				transformResponse: (text: string) => text,
				validateStatus: () => true,
				maxRedirects: 0,
			});
			return { statusCode: status, headers: replyHeaders, body: data };
		},
	},
} as unknown as IHttpRequestHelper;

const type = new AiRudderApi();
const good = () => ({
	authentication: 'keyAndSecret',
	appKey: sandbox.appKey,
	appSecret: sandbox.appSecret,
	token: '',
	sessionToken: '',
	baseUrl: sandbox.url,
	strategyListPath: '/service/cloud/v2/strategy',
});

const preAuthenticate = async (changes: Record<string, string> = {}) =>
	await type.preAuthentication.call(helpers, { ...good(), ...changes });

const refusal = async (changes: Record<string, string>): Promise<string> =>
	await preAuthenticate(changes).then(
		() => 'accepted',
		(error: Error) => error.message,
	);

const authenticated = async (credentials: Record<string, string>, request: object) =>
	await type.authenticate({ ...good(), ...credentials }, request as IHttpRequestOptions);

describe('Signing in', () => {
	it('gets a token that the service takes', async () => {
		const { sessionToken } = await preAuthenticate();
		const { headers } = await authenticated(
			{ sessionToken: String(sessionToken) },
			{ url: `${sandbox.url}/service/cloud/v2/strategy` },
		);

		expect(headers?.authorization).toBe(`Token ${sandbox.issueToken()}`);
	});

	it('asks once when many need a token at the same time', async () => {
		await Promise.all(Array.from({ length: 50 }, async () => await preAuthenticate()));

		expect(sandbox.tokenRequests).toBe(1);
	});

	it('asks again after a failure', async () => {
		sandbox.misbehave({ on: 'token', kind: '500' });

		expect(await refusal({})).toMatch(/trouble inside/);
		expect(await refusal({})).toBe('accepted');
	});

	const problems = (): Array<[string, Record<string, string>, RegExp]> => [
		['an unknown key', { appKey: 'someone-else' }, /'App Key' or 'App Secret'.*Copy/],
		['a wrong secret', { appSecret: 'not-the-secret' }, /'App Key' or 'App Secret'.*Copy/],
		[
			'an unreachable host',
			{ baseUrl: 'http://127.0.0.1:9' },
			/127\.0\.0\.1:9 refused the connection/,
		],
		[
			'a host that is not there',
			{ baseUrl: 'https://nowhere.invalid' },
			/nowhere\.invalid.*not found|looked up/,
		],
		[
			'plain http to another machine',
			{ baseUrl: 'http://api.airudder.com' },
			/must begin with https/,
		],
		[
			'a base URL with a wrong path',
			{ baseUrl: `${sandbox.url}/v9` },
			/nothing at this address.*Check 'Base URL'/,
		],
		['something that is no URL', { baseUrl: 'api.airudder.com' }, /not a URL/],
	];

	it('says what is wrong, each time something else, and never with the secret in it', async () => {
		const messages: string[] = [];
		for (const [, changes, message] of problems()) {
			const said = await refusal(changes);
			expect(said).toMatch(message);
			expect(said).not.toContain(changes.appSecret ?? sandbox.appSecret);
			messages.push(said);
		}
		sandbox.misbehave({ on: 'token', kind: 'html' });
		messages.push(await refusal({}));

		expect(messages.at(-1)).toMatch(/a web page.*Base URL/);
		expect(new Set(messages).size).toBe(messages.length);
	});

	it('says that there was no token in the reply', async () => {
		const server = await startService(() => ({ status: 404 }), ['']);
		const said = await refusal({ baseUrl: server.url });
		await server.close();

		expect(said).toBe("AI Rudder gave no token. Check 'Base URL' in the AI Rudder credential");
	});

	it('finds out for a pasted token whether the service can be reached', async () => {
		expect(await refusal({ authentication: 'token', token: 'pasted' })).toBe('accepted');
		expect(
			await refusal({ authentication: 'token', token: 'pasted', baseUrl: 'http://127.0.0.1:9' }),
		).toMatch(/refused the connection/);
	});
});

describe('Authorization', () => {
	it('is the pasted token, whatever is stored', async () => {
		const { headers } = await authenticated(
			{ authentication: 'token', token: 'a+b/c', sessionToken: 'x:old' },
			{ url: `${sandbox.url}/any` },
		);

		expect(headers?.authorization).toBe('Token a+b/c');
	});

	it.each([
		['key', () => ({ appKey: 'another-account' })],
		['secret', () => ({ appSecret: 'another-secret' })],
		['base URL', () => ({ baseUrl: `${sandbox.url}/of/another` })],
	])('is never the token of the account with another %s', async (_, changes) => {
		const { sessionToken } = await preAuthenticate();
		const changed = { sessionToken: String(sessionToken), ...changes() };
		const { headers } = await authenticated(changed, { url: `${sandbox.url}/any` });

		expect(headers?.authorization).toBe('Token none');
	});
});
