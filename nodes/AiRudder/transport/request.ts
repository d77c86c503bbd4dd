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
import { readFileReply } from './file';
import { networkFailure } from './networkFailure';
import { safeWords } from './privacy';
import { failureOf } from './refusals';
import type { Network } from './requestOptions';
import { signInFailures, signInNetworks, tokenOf } from './signIn';

export type ServiceContext = IExecuteFunctions | IExecuteSingleFunctions | ILoadOptionsFunctions;

/** One call of the service. */
export interface ServiceRequest {
	method: 'GET' | 'POST';
	/** Below the base URL, begins with `/`. */
	path: string;
	query?: IHttpRequestOptions['qs'];
	/** Becomes JSON. A Buffer is JSON already, in UTF-8: n8n's client parses a text before it sends it. */
	body?: object;
	/** Milliseconds to wait for the answer. */
	timeout: number;
	/** Whether the answer may be a file, which then is the envelope's `data`: a ServiceFile. */
	binary?: boolean;
	network?: Network;
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
	const first = await send(context, request, await credentialsOf(context));
	if (!isExpired(first.reply)) return dataOf([first]);
	if (first.credentials.authentication === 'token') throw expiredPastedToken();
	// Another execution may have renewed the token meanwhile; a stored one that differs is newer.
	const stored = await credentialsOf(context);
	const newer = tokenOf(stored);
	const renew = newer === undefined || newer === tokenOf(first.credentials);
	const second = await send(context, request, renew ? withoutToken(stored) : stored);
	if (renew || !isExpired(second.reply)) return dataOf([first, second]);
	return dataOf([first, second, await send(context, request, withoutToken(stored))]);
}

/** A reply, and the credential as n8n left it: with the token that was sent. */
interface Exchange {
	reply: HttpReply;
	credentials: ICredentialDataDecryptedObject;
}

/** The data of the last reply. @throws ServiceFailure without any of the secrets that were sent */
function dataOf(exchanges: Exchange[]): unknown {
	const last = exchanges.at(-1);
	if (!last) throw new Error('Nothing was sent');
	const read = readReply(last.reply);
	if (read.kind === 'ok') return read.data;
	const secrets = exchanges.flatMap(({ credentials }) => [
		tokenOf(credentials),
		credentials.sessionToken,
		credentials.appSecret,
		credentials.appKey,
	]);
	throw failureOf(read, last.reply, secrets);
}

/** An empty `sessionToken` makes n8n get a new token, and store it, before it sends the request. */
const withoutToken = (credentials: ICredentialDataDecryptedObject) => ({
	...credentials,
	sessionToken: '',
});

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

async function credentialsOf(context: ServiceContext): Promise<ICredentialDataDecryptedObject> {
	const credentials = await context.getCredentials(CREDENTIAL).catch((error: Error) => {
		const words = safeWords(error.message);
		throw new ServiceFailure(`The AI Rudder credential cannot be read. ${words}`, {
			advice: 'Choose or create a credential in the node',
			acted: 'no',
		});
	});
	return tokenOf(credentials) === undefined ? withoutToken(credentials) : { ...credentials };
}

async function send(
	context: ServiceContext,
	{ method, path, query, body, timeout, binary, network }: ServiceRequest,
	credentials: ICredentialDataDecryptedObject,
): Promise<Exchange> {
	const url = serviceUrl(credentials.baseUrl, path);
	const options: IHttpRequestOptions = {
		...network,
		method,
		url,
		qs: query,
		body,
		timeout,
		headers: { 'Content-Type': 'application/json', Accept: binary ? '*/*' : 'application/json' },
		encoding: binary ? 'stream' : 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	if (network) signInNetworks.set(credentials, network);
	const stored = context.getNode().credentials?.[CREDENTIAL];
	const credentialsDecrypted = {
		id: stored?.id ?? '',
		name: stored?.name ?? '',
		type: CREDENTIAL,
		data: credentials,
	};
	const reply = await context.helpers.httpRequestWithAuthentication
		.call(context, CREDENTIAL, options, { credentialsDecrypted })
		.then(async (answer: HttpReply) => (binary ? await readFileReply(answer) : answer))
		.catch((error: unknown) => {
			throw signInFailure(credentials) ?? networkFailure(error, new URL(url).host);
		});
	return { reply, credentials };
}

/** The failure of getting a token for the request. Whatever it was, the request itself was not sent. */
function signInFailure(credentials: object): ServiceFailure | undefined {
	const failure = signInFailures.get(credentials);
	return failure && new ServiceFailure(failure.message, { ...failure, acted: 'no' });
}
