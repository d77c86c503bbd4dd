/** A reply as it came over HTTP. `body` is the text, not parsed. */
export interface HttpReply {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/**
 * What a reply means:
 * - `ok`: the envelope with code 200, and its `data`;
 * - `refused`: an error that the service (or something before it) states, with its code and words;
 * - `unreadable`: nothing that says whether the service acted.
 */
export type Reply =
	| { kind: 'ok'; data: unknown }
	| { kind: 'refused'; code: number; words: string }
	| { kind: 'unreadable'; what: string };

/**
 * Reads a reply. HTTP 200 proves nothing: the documented create-plan page lists its error replies under
 * HTTP 200, so the body's `code` decides (200 is success: DOC for the replies, GUESS for the rule). The
 * words are in `message`, else in `status` (CLIENT).
 */
export function readReply({ statusCode, headers, body }: HttpReply): Reply {
	const envelope = parseEnvelope(body);
	// A gateway's 504 stays one, whatever code its body holds.
	if (statusCode >= 400) {
		return { kind: 'refused', code: statusCode, words: envelope ? wordsOf(envelope) : '' };
	}
	if (statusCode >= 300) return { kind: 'unreadable', what: `a redirect (HTTP ${statusCode})` };
	if (!envelope) return { kind: 'unreadable', what: describeBody(body, headers) };
	if (envelope.code !== 200)
		return { kind: 'refused', code: envelope.code, words: wordsOf(envelope) };
	return { kind: 'ok', data: envelope.data };
}

interface Envelope {
	code: number;
	data?: unknown;
	message?: unknown;
	status?: unknown;
}

function parseEnvelope(body: unknown): Envelope | undefined {
	const value = parse(body);
	if (typeof value !== 'object' || value === null || !('code' in value)) return undefined;
	const { code } = value;
	const isCode = Number.isInteger(code) || (typeof code === 'string' && /^\d{1,9}$/.test(code));
	return isCode ? { ...value, code: Number(code) } : undefined;
}

function parse(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

function wordsOf({ message, status }: Envelope): string {
	const words = [message, status].find((word) => typeof word === 'string' && word.trim() !== '');
	return typeof words === 'string' ? words : '';
}

function describeBody(body: unknown, headers: Record<string, unknown>): string {
	if (typeof body === 'string') {
		const text = body.trim();
		if (text === '') return 'an empty reply';
		if (text.startsWith('<') || /html/i.test(String(headers['content-type']))) return 'a web page';
		if (/^[{[]/.test(text) && parse(text) === undefined) return 'a reply that is cut off';
	}
	return 'a reply that is not in the form of AI Rudder';
}
