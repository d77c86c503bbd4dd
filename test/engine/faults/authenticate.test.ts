import { ourPackage } from '../n8n/run';
import { sessionTokenOf, useWorld } from './world';

const { sandbox, signedIn } = useWorld();

describe("The credential's authenticate", () => {
	const authenticate = async (request: Record<string, unknown>) => {
		const { credentials } = await ourPackage();
		const sign = credentials.aiRudderApi?.authenticate;
		if (typeof sign !== 'function') throw new Error('No authenticate function');
		const store = await signedIn();
		const data = { ...store.data.get('1') };
		const signed = await sign(data, request as never);
		return { signed, token: sessionTokenOf(store).split(':')[1] };
	};

	it.each([
		['another host', () => 'https://example.com/service/cloud/v2/plan'],
		['another port', () => sandbox().url.replace(/\d+$/, '1')],
		['the same host under another name', () => sandbox().url.replace('127.0.0.1', 'localhost')],
		['another scheme', () => sandbox().url.replace('http:', 'https:')],
		['a look-alike', () => `${sandbox().url.replace('http://', 'http://127.0.0.1@')}.example.com/`],
		['a network path', () => '//example.com/service'],
		['a backslash path', () => '\\\\example.com/service'],
	])('refuses %s', async (_, url) => {
		for (const request of [{ url: url() }, { uri: url() }]) {
			await expect(authenticate(request)).rejects.toThrow(/only sent to|Invalid URL/);
		}
		await expect(authenticate({ baseURL: sandbox().url, url: url() })).rejects.toThrow(
			/only sent to|Invalid URL/,
		);
		await expect(authenticate({ baseURL: url(), url: '/x' })).rejects.toThrow(
			/only sent to|Invalid URL/,
		);
	});

	it('signs requests to the base URL, and lets no redirect carry the token on', async () => {
		for (const request of [
			{ url: `${sandbox().url}/service/cloud/list` },
			{ uri: `${sandbox().url}/service/cloud/list` },
			{ baseURL: sandbox().url, url: '/service/cloud/list' },
		]) {
			const { signed, token } = await authenticate(request);
			expect(signed.headers?.authorization).toBe(`Token ${token}`);
			expect(signed).toMatchObject({ sendCredentialsOnCrossOriginRedirect: false });
		}
	});
});
