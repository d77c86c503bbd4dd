import { ServiceFailure } from './failure';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address of an endpoint below the credential's base URL.
 *
 * @param path begins with `/`
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
	return url.origin + url.pathname.replace(/\/+$/, '') + path;
}
