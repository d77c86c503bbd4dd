import type { HttpReply, Reply } from './envelope';
import { ServiceFailure } from './failure';
import { safeWords } from './privacy';

interface KnownCode {
	message: string;
	advice: string;
}

/**
 * Codes and what a person does about them. 401, 403 and 500 are listed on the service's token page (DOC);
 * the others are the usual meaning of HTTP codes (GUESS), since the service's own table is not public.
 */
const KNOWN_CODES: Readonly<Record<number, KnownCode>> = {
	400: {
		message: 'AI Rudder did not accept the request',
		advice: 'Compare the parameters with what AI Rudder set up for the account',
	},
	401: {
		message: 'AI Rudder did not accept the token',
		advice: "Check 'App Key' and 'App Secret' in the AI Rudder credential",
	},
	403: {
		message: 'AI Rudder does not allow this for the account',
		advice: 'Ask AI Rudder to enable it, or use the credential of another account',
	},
	404: {
		message: 'AI Rudder has nothing at this address',
		advice:
			"Check 'Base URL' in the AI Rudder credential, 'Strategy List Path' there when strategies are listed, and 'Path', IDs and names in the node",
	},
	413: {
		message: 'The request is too large for AI Rudder',
		advice: "Lower the option 'Contacts per Plan' or 'Contacts per Request'",
	},
	429: {
		message: 'AI Rudder asks to slow down',
		advice: 'Wait a minute, then run the workflow again',
	},
	500: {
		message: 'AI Rudder had trouble inside',
		advice: 'Wait a little. If it stays so, tell AI Rudder the time of the request',
	},
	502: { message: 'AI Rudder could not be reached behind its gateway', advice: 'Wait a little' },
	503: { message: 'AI Rudder is not available at the moment', advice: 'Wait a little' },
	504: { message: 'AI Rudder did not answer its gateway in time', advice: 'Wait a little' },
};

/** Codes that say that the request was turned away. After any other the service may have acted. */
const TURNED_AWAY = new Set([400, 401, 403, 404, 405, 413, 415, 422, 429]);

/** Longest time to wait because the service asked to, in milliseconds. */
const LONGEST_WAIT = 120_000;

/**
 * The failure behind a reply that is not `ok`. Unreadable replies, and codes that do not clearly turn
 * the request away, leave open whether the service acted.
 */
export function failureOf(
	reply: Exclude<Reply, { kind: 'ok' }>,
	http: HttpReply,
	secrets: readonly unknown[],
): ServiceFailure {
	if (reply.kind === 'unreadable') {
		return new ServiceFailure(`AI Rudder's address answered with ${reply.what}`, {
			advice: "Check 'Base URL' in the AI Rudder credential, and any proxy in between",
			acted: 'unknown',
			serviceCode: http.statusCode,
		});
	}
	const { code } = reply;
	const words = safeWords(reply.words, secrets);
	const known = KNOWN_CODES[code] ?? {
		message: `AI Rudder answered with code ${code}`,
		advice: 'Look the words up with AI Rudder',
	};
	return new ServiceFailure(words ? `${known.message}: ${words}` : known.message, {
		advice: known.advice,
		acted: TURNED_AWAY.has(code) ? 'no' : 'unknown',
		serviceCode: code,
		passing: code === 429 || code === 408 || (code >= 500 && code < 600),
		retryAfter: retryAfter(http.headers['retry-after']),
	});
}

/** `Retry-After` in seconds or as an HTTP date, as milliseconds, capped; undefined without one. */
export function retryAfter(header: unknown, now = Date.now()): number | undefined {
	if (typeof header !== 'string' || header.trim() === '') return undefined;
	const seconds = Number(header);
	const wait = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
	return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT);
}
