import { ServiceFailure } from './failure';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address of an endpoint below the credential's base URL.
 *
 * @param path with or without a leading `/`
 * @throws ServiceFailure when the base URL is no URL or would carry the token over
 *   plain http to another machine
 */
export function serviceUrl(baseUrl: unknown, path: string): string {
	const given = String(baseUrl).trim();
	if (!URL.canParse(given)) {
		throw new ServiceFailure("The 'Base URL' of the AI Rudder credential is not a URL", {
			advice: 'Write it like https://api.airudder.com',
			acted: 'no',
		});
	}
	const url = new URL(given);
	const secure =
		url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
	if (!secure || url.username !== '' || url.password !== '') {
		throw new ServiceFailure(
			"The 'Base URL' of the AI Rudder credential must begin with https:// and hold no user name",
			{
				advice: 'Only this machine itself may be called over http://, for the sandbox',
				acted: 'no',
			},
		);
	}
	const address = new URL(url.origin + url.pathname.replace(/\/+$/, '') + withSlash(path));
	// Written by the user, a path may be anything; it must not lead to another host.
	if (address.origin === url.origin) return address.href;
	throw new ServiceFailure(`The path '${path}' of the AI Rudder credential is not a path`, {
		advice: "Write 'Strategy List Path' like /service/cloud/v2/strategy",
		acted: 'no',
	});
}

const withSlash = (path: string) => (path.startsWith('/') ? path : `/${path}`);
