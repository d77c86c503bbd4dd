import { ServiceFailure } from './failure';

interface KnownTrouble {
	message: string;
	advice: string;
}

const CHECK_URL = "Check 'Base URL' in the AI Rudder credential and the network of the n8n server";

/** Trouble in finding the other side, before a single byte of the request left this machine. */
const BEFORE_SENDING: Readonly<Record<string, KnownTrouble>> = {
	ECONNREFUSED: { message: 'refused the connection', advice: CHECK_URL },
	ENOTFOUND: { message: 'was not found: there is no such host name', advice: CHECK_URL },
	EAI_AGAIN: {
		message: 'could not be looked up: name resolution did not answer',
		advice: CHECK_URL,
	},
};

const UNREACHABLE: KnownTrouble = { message: 'cannot be reached from here', advice: CHECK_URL };

/** Codes of a certificate that was not accepted, which ends the connection before anything is sent. */
const CERTIFICATE =
	/^(CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS_CERT)/;

/**
 * The failure behind an error without a reply: the connection, the name or the certificate.
 *
 * @param host shown to the user
 */
export function networkFailure(error: unknown, host: string): ServiceFailure {
	const chain = chainOf(error);
	// n8n 2.8 and 1.12x lose the cause and keep its code as httpCode.
	const codes = chain
		.flatMap(({ code, httpCode }) => [code, httpCode])
		.filter((code) => typeof code === 'string');
	if (codes.includes('ERR_CANCELED')) return stopped(host);
	const connecting = chain.some(({ syscall }) => syscall === 'connect');
	const unreachable = codes.some((code) => code === 'EHOSTUNREACH' || code === 'ENETUNREACH');
	const before =
		codes.map((code) => BEFORE_SENDING[code]).find((known) => known !== undefined) ??
		(connecting && unreachable ? UNREACHABLE : undefined);
	if (before) {
		return new ServiceFailure(`${host} ${before.message}`, {
			advice: before.advice,
			acted: 'no',
			passing: true,
		});
	}
	if (codes.some((code) => CERTIFICATE.test(code))) {
		return new ServiceFailure(`The certificate of ${host} was not accepted`, {
			advice:
				"Check 'Base URL' in the AI Rudder credential, and whether a proxy replaces certificates",
			acted: 'no',
		});
	}
	const timedOut = codes.some((code) => code === 'ETIMEDOUT' || code === 'ECONNABORTED');
	const what = timedOut ? 'did not answer in time' : 'closed the connection without an answer';
	return new ServiceFailure(`${host} ${what}`, {
		advice: connecting ? CHECK_URL : 'If this happens again, check the network in between',
		acted: connecting ? 'no' : 'unknown',
		passing: true,
	});
}

const stopped = (host: string) =>
	new ServiceFailure(`The execution was stopped while ${host} had not answered yet`, {
		advice: 'Look in AI Rudder for what became of the request',
		acted: 'unknown',
	});

interface Link {
	code?: unknown;
	httpCode?: unknown;
	syscall?: unknown;
	cause?: unknown;
}

/** An error, its cause, the cause's cause…: n8n and axios wrap the one that tells. */
function chainOf(error: unknown): Link[] {
	const chain: Link[] = [];
	let link = error as Link | undefined;
	while (typeof link === 'object' && link !== null && chain.length < 8 && !chain.includes(link)) {
		chain.push(link);
		link = link.cause as Link | undefined;
	}
	return chain;
}
