import type { IHttpRequestOptions } from 'n8n-workflow';
import { ServiceFailure } from './failure';

/** The settings that n8n appends to every declarative node under "Request Options". */
export interface RequestOptions {
	/** Milliseconds. */
	timeout?: number;
	proxy?: string;
	allowUnauthorizedCerts?: boolean;
}

/** How a request gets to the service. */
export type Network = Pick<IHttpRequestOptions, 'proxy' | 'skipSslCertificateValidation'>;

/** @throws ServiceFailure when the proxy is not a URL */
export const networkOf = ({ proxy, allowUnauthorizedCerts }: RequestOptions): Network => ({
	skipSslCertificateValidation: allowUnauthorizedCerts,
	...(proxy ? { proxy: proxyOf(proxy) } : {}),
});

function proxyOf(address: string): Network['proxy'] {
	if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
		throw new ServiceFailure("The 'Proxy' of the request options is not a URL", {
			advice: 'Write it like http://proxy.example:3128',
			acted: 'no',
		});
	}
	const { hostname, port, protocol, username, password } = new URL(address);
	const auth = { username: decodeURIComponent(username), password: decodeURIComponent(password) };
	return {
		host: hostname,
		port: Number(port) || (protocol === 'https:' ? 443 : 80),
		protocol: protocol.replace(':', ''),
		...(username ? { auth } : {}),
	};
}
