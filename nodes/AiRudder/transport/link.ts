import { serviceUrl } from './baseUrl';
import type { ServiceContext } from './request';
import { ServiceFailure } from './failure';
import type { ServiceFile } from './file';
import { readFileReply } from './file';
import { networkFailure } from './networkFailure';
import type { Network } from './requestOptions';
import type { HttpReply } from './envelope';

/** Where links of the service lead (GUESS): to its own domain. Others the user allows. */
const OWN_DOMAIN = 'airudder.com';

/** How often a link may lead to another one. */
const MOST_REDIRECTS = 5;

interface LinkRules {
	/** The base URL of the credential. */
	baseUrl: string;
	/** Hosts, or `*.` and a domain, that links may lead to besides the service's. */
	allowedHosts: readonly string[];
	timeout: number;
	network: Network;
}

/**
 * Fetches a file from a link that came from the service. No token goes along, and every address on the way
 * has to be https and on a host that is the service's or that the user allows. Messages name the host alone:
 * the rest of a link may be as good as a password.
 *
 * @throws ServiceFailure
 */
export async function fetchLink(
	context: ServiceContext,
	link: string,
	rules: LinkRules,
): Promise<ServiceFile> {
	let url = checked(link, rules);
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		const reply = await get(context, url, rules);
		const { location } = reply.headers;
		if (reply.statusCode < 300 || reply.statusCode >= 400 || typeof location !== 'string') {
			return fileOf(reply, url);
		}
		// Node's own error would hold the address whole.
		if (!URL.canParse(location, url.href))
			throw failed(url, 'leads to something that is not an address');
		url = checked(new URL(location, url.href).href, rules);
	}
	throw failed(url, 'leads from one address to the next without end');
}

async function get(
	context: ServiceContext,
	url: URL,
	{ timeout, network }: LinkRules,
): Promise<HttpReply> {
	return await context.helpers
		.httpRequest({
			...network,
			url: url.href,
			timeout,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})
		.then(readFileReply)
		.catch((error: unknown) => {
			throw networkFailure(error, url.host);
		});
}

function fileOf({ statusCode, body }: HttpReply, url: URL): ServiceFile {
	const file = typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;
	if (file) return file as ServiceFile;
	throw statusCode === 200
		? failed(url, 'answered with a text or a web page, not with a file')
		: failed(url, `answered with HTTP ${statusCode}`, statusCode);
}

const failed = (url: URL, what: string, serviceCode?: number) =>
	new ServiceFailure(`The link to ${url.host} ${what}`, {
		advice: 'Links may end after a while. Get a new one from the task or the notification',
		acted: 'no',
		serviceCode,
		passing: serviceCode !== undefined && (serviceCode >= 500 || serviceCode === 429),
	});

function checked(link: string, { baseUrl, allowedHosts }: LinkRules): URL {
	if (!URL.canParse(link)) {
		throw new ServiceFailure("'Link' is not a URL", {
			advice: 'Use the link of a notification or a task, which begins with https://',
			acted: 'no',
		});
	}
	const url = new URL(link);
	const base = new URL(serviceUrl(baseUrl, '/'));
	const plain = url.protocol === 'http:' && base.protocol === 'http:' && url.host === base.host;
	if ((url.protocol !== 'https:' && !plain) || url.username !== '' || url.password !== '') {
		throw new ServiceFailure(`The link to ${url.host} is not an https link`, {
			advice: 'Recordings are only fetched over https, and without a user name in the link',
			acted: 'no',
		});
	}
	const own = url.host === base.host || isIn(url.hostname, `*.${OWN_DOMAIN}`);
	if (own || allowedHosts.some((host) => isIn(url.hostname, host))) return url;
	throw new ServiceFailure(`The link leads to ${url.host}, which is not a host of AI Rudder`, {
		advice: "If you trust it, add it to the option 'Allowed Hosts'",
		acted: 'no',
	});
}

/** Whether a host is the one named, or in the domain that `*.` stands before. */
function isIn(host: string, allowed: string): boolean {
	const wanted = allowed.trim().toLowerCase();
	return wanted.startsWith('*.')
		? host.endsWith(wanted.slice(1)) || host === wanted.slice(2)
		: host === wanted;
}
