import { networkOf } from '../../../nodes/AiRudder/transport/requestOptions';

describe('The way to the service', () => {
	it.each([
		['http://proxy.example', { host: 'proxy.example', port: 80, protocol: 'http' }],
		['https://proxy.example', { host: 'proxy.example', port: 443, protocol: 'https' }],
		[
			'http://m%40e:p%40ss@proxy.example:3128',
			{
				host: 'proxy.example',
				port: 3128,
				protocol: 'http',
				auth: { username: 'm@e', password: 'p@ss' },
			},
		],
	])('through the proxy %s', (proxy, parts) => {
		expect(networkOf({ proxy }).proxy).toEqual(parts);
	});

	it.each(['proxy.example:3128', 'socks5://proxy.example', 'http://'])('is not %j', (proxy) => {
		expect(() => networkOf({ proxy })).toThrow("The 'Proxy' of the request options is not a URL");
	});

	it.each([{}, { proxy: '' }])('needs no proxy: %j', (options) => {
		expect(networkOf(options)).not.toHaveProperty('proxy');
	});
});
