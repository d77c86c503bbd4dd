import type { IHttpRequestOptions } from 'n8n-workflow';
import type { ServiceRequest } from '../transport/request';
import type { RunContext } from './context';

/** Milliseconds to wait for an answer unless the user says otherwise; n8n's own default. */
const DEFAULT_TIMEOUT = 300_000;

interface RequestOptions {
	timeout?: number;
	proxy?: string;
	allowUnauthorizedCerts?: boolean;
}

/** The settings that n8n appends to every declarative node under "Request Options". */
const requestOptions = (context: RunContext) =>
	context.parameter<RequestOptions>('requestOptions', {});

/** Milliseconds. The node's own option, in seconds, goes before n8n's. */
export function timeout(context: RunContext): number {
	const seconds = Number(context.parameter<unknown>('options.timeout', 0));
	return seconds > 0 ? seconds * 1000 : requestOptions(context).timeout || DEFAULT_TIMEOUT;
}

export function network(context: RunContext): ServiceRequest['network'] {
	const { proxy, allowUnauthorizedCerts } = requestOptions(context);
	return {
		skipSslCertificateValidation: allowUnauthorizedCerts,
		...(proxy ? { proxy: proxyOf(proxy) } : {}),
	};
}

function proxyOf(address: string): IHttpRequestOptions['proxy'] {
	const { hostname, port, protocol, username, password } = new URL(address);
	return {
		host: hostname,
		port: Number(port),
		protocol: protocol.replace(':', ''),
		...(username ? { auth: { username, password } } : {}),
	};
}
