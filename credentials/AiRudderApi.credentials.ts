import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { serviceUrl } from '../nodes/AiRudder/transport/baseUrl';
import { ServiceFailure } from '../nodes/AiRudder/transport/failure';
import { reach, signIn, signInFailures, tokenOf } from '../nodes/AiRudder/transport/signIn';

/** Renewals under way, so that many requests that meet an expired token ask for one new token. */
const renewals = new Map<string, Promise<string>>();

export class AiRudderApi implements ICredentialType {
	name = 'aiRudderApi';

	displayName = 'AI Rudder API';

	icon: Icon = {
		light: 'file:../nodes/AiRudder/airudder.svg',
		dark: 'file:../nodes/AiRudder/airudder.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-airudder/n8n-nodes-airudder#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{
					name: 'App Key and Secret',
					value: 'keyAndSecret',
					description: 'The token is fetched and renewed for you, once a day',
				},
				{
					name: 'Token',
					value: 'token',
					description: 'A token you fetched yourself. It ends after 24 hours',
				},
			],
			default: 'keyAndSecret',
			description: 'How the node proves to AI Rudder that it may use the account',
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			displayOptions: { show: { authentication: ['keyAndSecret'] } },
			default: '',
			required: true,
			placeholder: 'e.g. 8f14e45fceea167a',
			description: 'AI Rudder gives it to your account together with the secret',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: { show: { authentication: ['keyAndSecret'] } },
			default: '',
			required: true,
			placeholder: 'e.g. c9f0f895fb98ab9159f51fd0297e236d',
			description: 'Only used to get a token. It is in no error, log or execution.',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: { show: { authentication: ['token'] } },
			default: '',
			required: true,
			placeholder: 'e.g. pX2l+Yw8/4bQ',
			description: 'The token alone, without the word "Token" in front',
		},
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.airudder.com',
			required: true,
			placeholder: 'e.g. https://api.airudder.com',
			description:
				'Only https. Http is accepted for this machine alone, to try things with the sandbox',
		},
		{
			displayName: 'Strategy List Path (Advanced)',
			name: 'strategyListPath',
			type: 'string',
			default: '/service/cloud/v2/strategy',
			placeholder: 'e.g. /service/cloud/v2/strategy',
			description:
				'Where the service lists its strategies. AI Rudder does not document this path publicly: change it only if listing strategies says that nothing is there',
		},
	];

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const own = new URL(serviceUrl(credentials.baseUrl, '/')).origin;
		const target = new URL(addressOf(requestOptions), own).origin;
		if (target !== own) {
			throw new Error(
				`The AI Rudder token is only sent to ${own}, the 'Base URL' of its credential. This request goes to ${target}`,
			);
		}
		return {
			...requestOptions,
			sendCredentialsOnCrossOriginRedirect: false,
			headers: {
				...requestOptions.headers,
				// In small letters: older n8n takes a header 'Authorization' along to the host of a redirect.
				authorization: `Token ${tokenOf(credentials) ?? 'none'}`,
			},
		};
	};

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const token =
			credentials.authentication === 'token'
				? reach(this, credentials)
				: sharedRenewal(this, credentials);
		return { sessionToken: await token.catch((cause) => explain(credentials, cause)) };
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '={{ $credentials.strategyListPath }}',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
		},
		rules: [
			...testRules(
				[401, 403],
				'AI Rudder did not accept the token. Paste a new one, or use key and secret',
			),
			...testRules(
				[404],
				"AI Rudder answers but has nothing at the 'Strategy List Path'. Ask AI Rudder for the path, or check the 'Base URL'",
			),
			...testRules(
				[429, 500, 502, 503, 504],
				'AI Rudder is not available at the moment. Try again in a little while',
			),
			...testRules(
				[undefined],
				"The address answers, but not like AI Rudder. Check the 'Base URL'",
			),
		],
	};
}

/** The credential test shows an error's message alone, so what to do has to be in it. */
function explain(credentials: object, cause: unknown): never {
	if (!(cause instanceof ServiceFailure)) throw cause;
	signInFailures.set(credentials, cause);
	throw new Error(`${cause.message}. ${cause.advice}`, { cause });
}

/** n8n's credential test can name values of the body's `code` that mean failure, each with a message. */
const testRules = (codes: Array<number | undefined>, message: string) =>
	codes.map((value) => ({
		type: 'responseSuccessBody' as const,
		properties: { key: 'code', value, message },
	}));

/** The HTTP Request node gives the address as `uri`. */
const addressOf = (request: IHttpRequestOptions & { uri?: string }): URL | string => {
	const address = request.url ?? request.uri ?? '/';
	return request.baseURL ? new URL(address, request.baseURL) : address;
};

async function sharedRenewal(
	http: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const account = JSON.stringify([credentials.baseUrl, credentials.appKey, credentials.appSecret]);
	const underWay = renewals.get(account);
	if (underWay) return await underWay;
	const renewal = signIn(http, credentials).finally(() => renewals.delete(account));
	renewals.set(account, renewal);
	return await renewal;
}
