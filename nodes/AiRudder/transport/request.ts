import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { serviceUrl } from './baseUrl';
import type { HttpReply } from './envelope';
import { readReply } from './envelope';
import { ServiceFailure } from './failure';
import { networkFailure } from './networkFailure';
import { failureOf } from './refusals';
import { tokenOf } from './signIn';

export type ServiceContext = IExecuteFunctions | IExecuteSingleFunctions | ILoadOptionsFunctions;

/** One call of the service. */
export interface ServiceRequest {
	method: 'GET' | 'POST';
	/** Below the base URL, begins with `/`. */
	path: string;
	query?: IHttpRequestOptions['qs'];
	body?: object;
	/** Milliseconds to wait for the answer. */
	timeout: number;
	/** Taken over from n8n's request options. */
	network?: Pick<IHttpRequestOptions, 'proxy' | 'skipSslCertificateValidation'>;
}

export const CREDENTIAL = 'aiRudderApi';

/**
 * Sends one request and returns the envelope's `data`. The only way to the service.
 *
 * An expired token, told as HTTP 401 or as HTTP 200 with body code 401 (GUESS), is renewed once, stored
 * in the credential by n8n, and the request repeated: the service cannot have acted without a token.
 *
 * @throws ServiceFailure for everything else than success
 */
export async function callService(
	context: ServiceContext,
	request: ServiceRequest,
): Promise<unknown> {
	const used = await context.getCredentials(CREDENTIAL);
	let reply = await send(context, request, used, tokenOf(used) === undefined);
	if (isExpired(reply)) {
		if (used.authentication === 'token') throw expiredPastedToken();
		// Another execution may have renewed the token meanwhile; a stored one that differs is newer.
		const stored = await context.getCredentials(CREDENTIAL);
		const newer = tokenOf(stored);
		const renew = newer === undefined || newer === tokenOf(used);
		reply = await send(context, request, stored, renew);
		if (!renew && isExpired(reply)) reply = await send(context, request, stored, true);
	}
	const read = readReply(reply);
	if (read.kind === 'ok') return read.data;
	throw failureOf(read, reply, [used.token, used.appSecret, used.appKey, tokenOf(used)]);
}

const isExpired = (reply: HttpReply) => {
	const read = readReply(reply);
	return read.kind === 'refused' && read.code === 401;
};

const expiredPastedToken = () =>
	new ServiceFailure('The AI Rudder token has expired or is not valid', {
		advice:
			"Paste a new one into the credential, or use 'App Key and Secret' there, which renews itself",
		acted: 'no',
		serviceCode: 401,
	});

/** @param renew whether n8n gets a new token first and stores it, which an empty `sessionToken` makes it do */
async function send(
	context: ServiceContext,
	{ method, path, query, body, timeout, network }: ServiceRequest,
	credentials: ICredentialDataDecryptedObject,
	renew: boolean,
): Promise<HttpReply> {
	const url = serviceUrl(credentials.baseUrl, path);
	const options: IHttpRequestOptions = {
		...network,
		method,
		url,
		qs: query,
		body,
		timeout,
		headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const stored = context.getNode().credentials?.[CREDENTIAL];
	const fresh = {
		id: stored?.id ?? '',
		name: stored?.name ?? '',
		type: CREDENTIAL,
		data: { ...credentials, sessionToken: '' },
	};
	const reply = await context.helpers.httpRequestWithAuthentication
		.call(
			context,
			CREDENTIAL,
			options,
			renew && credentials.authentication !== 'token' ? { credentialsDecrypted: fresh } : undefined,
		)
		.then(
			(answer: HttpReply) => answer,
			(error: unknown) => signInFailure(error) ?? networkFailure(error, new URL(url).host),
		);
	if (reply instanceof ServiceFailure) throw reply;
	return reply;
}

/**
 * The failure of getting a token, which n8n has wrapped into an error of its own. Whatever it was, the
 * request itself was not sent.
 */
function signInFailure(error: unknown): ServiceFailure | undefined {
	for (let link = error; link instanceof Error; link = link.cause) {
		if (link instanceof ServiceFailure) {
			return new ServiceFailure(link.message, { ...link, acted: 'no' });
		}
	}
	return undefined;
}
