import { createHash } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { serviceUrl } from './baseUrl';
import type { HttpReply } from './envelope';
import { readReply } from './envelope';
import { ServiceFailure } from './failure';
import { networkFailure } from './networkFailure';
import { failureOf } from './refusals';
import type { Network } from './requestOptions';

type Credentials = ICredentialDataDecryptedObject;

/**
 * Why getting a token failed, by the credential data that n8n handed out for it: n8n wraps the failure
 * into an error of its own, and some versions drop the original.
 */
export const signInFailures = new WeakMap<object, ServiceFailure>();

/**
 * How to get to the service for a token, by the credential data that goes into a request: n8n hands the
 * credential alone to the code that gets the token.
 */
export const signInNetworks = new WeakMap<object, Network>();

/** Milliseconds to wait for a token. */
const SIGN_IN_TIMEOUT = 30_000;

/**
 * The token to send, or undefined when there is none yet. A token is stored together with a mark of the
 * account it belongs to, so that after a change of key, secret or base URL the old account's token is
 * never used for the new one.
 */
export function tokenOf(credentials: Credentials): string | undefined {
	if (credentials.authentication === 'token') return text(credentials.token);
	const [mark, token] = split(text(credentials.sessionToken));
	return mark === accountMark(credentials) ? token : undefined;
}

/**
 * Gets a token for key and secret: `POST /service/cloud/auth` (DOC). It lives 24 hours; the reply has no
 * expiry time.
 *
 * @returns what n8n stores as `sessionToken`
 * @throws ServiceFailure that says what to correct, without the secret in it
 */
export async function signIn(http: IHttpRequestHelper, credentials: Credentials): Promise<string> {
	const body = { APPKey: text(credentials.appKey), APPSecret: text(credentials.appSecret) };
	const secrets = [credentials.appSecret, credentials.appKey];
	const reply = await exchange(http, credentials, '/service/cloud/auth', { method: 'POST', body });
	const read = readReply(reply);
	if (read.kind !== 'ok') {
		const failure = failureOf(read, reply, secrets);
		if (read.kind === 'unreadable' || read.code >= 404) throw failure;
		throw new ServiceFailure(
			failure.message.replace('the token', "the 'App Key' or 'App Secret'"),
			{
				advice: "Copy 'App Key' and 'App Secret' again from AI Rudder into the credential",
				acted: 'no',
				serviceCode: read.code,
			},
		);
	}
	const token = (read.data as { token?: unknown } | null)?.token;
	if (typeof token !== 'string' || token === '') {
		throw new ServiceFailure('AI Rudder gave no token', {
			advice: "Check 'Base URL' in the AI Rudder credential",
			acted: 'no',
		});
	}
	return `${accountMark(credentials)}:${token}`;
}

/** Finds out whether the service can be reached at all. @throws ServiceFailure if not */
export async function reach(http: IHttpRequestHelper, credentials: Credentials): Promise<string> {
	await exchange(http, credentials, text(credentials.strategyListPath) ?? '/', {
		method: 'GET',
		headers: { Authorization: `Token ${text(credentials.token)}` },
	});
	return `${accountMark(credentials)}:`;
}

async function exchange(
	http: IHttpRequestHelper,
	credentials: Credentials,
	path: string,
	request: { method: 'GET' | 'POST'; body?: object; headers?: Record<string, string> },
): Promise<HttpReply> {
	const url = serviceUrl(credentials.baseUrl, path);
	const options: IHttpRequestOptions = {
		...signInNetworks.get(credentials),
		...request,
		url,
		headers: { 'Content-Type': 'application/json', ...request.headers },
		encoding: 'text',
		timeout: SIGN_IN_TIMEOUT,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	return await http.helpers.httpRequest(options).catch((error: unknown) => {
		throw networkFailure(error, new URL(url).host);
	});
}

function accountMark({ baseUrl, appKey, appSecret }: Credentials): string {
	const account = JSON.stringify([baseUrl, appKey, appSecret]);
	return createHash('sha256').update(account).digest('hex').slice(0, 16);
}

function split(stored: string | undefined): [string | undefined, string | undefined] {
	const colon = stored?.indexOf(':') ?? -1;
	if (stored === undefined || colon < 0) return [undefined, undefined];
	return [stored.slice(0, colon), stored.slice(colon + 1) || undefined];
}

const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;
