import type { IHttpRequestOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { ServiceRequest } from '../transport/request';
import type { RunContext } from './context';

/** How the requests of a run are sent, and what is needed to read their answers. */
export interface Delivery extends Pick<ServiceRequest, 'timeout' | 'network'> {
	/** The property that holds the phone number, when it is known. */
	phoneProperty: string | undefined;
}

/** Milliseconds to wait for an answer unless the user says otherwise; n8n's own default. */
const DEFAULT_TIMEOUT = 300_000;

/** The settings that n8n appends to every declarative node under "Request Options". */
interface RequestOptions {
	timeout?: number;
	proxy?: string;
	allowUnauthorizedCerts?: boolean;
}

/** @throws NodeOperationError before anything is sent, when a setting cannot be used */
export function delivery(context: RunContext, phoneProperty: string | undefined): Delivery {
	const options = context.parameter<RequestOptions>('requestOptions', {});
	const seconds = Number(context.parameter<unknown>('options.timeout', 0));
	return {
		phoneProperty,
		timeout: seconds > 0 ? seconds * 1000 : options.timeout || DEFAULT_TIMEOUT,
		network: {
			skipSslCertificateValidation: options.allowUnauthorizedCerts,
			...(options.proxy ? { proxy: proxyOf(context, options.proxy) } : {}),
		},
	};
}

function proxyOf(context: RunContext, address: string): IHttpRequestOptions['proxy'] {
	if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
		throw new NodeOperationError(context.node, "The 'Proxy' of the request options is not a URL", {
			description: 'Write it like http://proxy.example:3128',
			itemIndex: context.firstItem,
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
