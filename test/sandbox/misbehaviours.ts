import type { Answer, HttpAnswer } from './wire';
import { json, refusal } from './wire';

interface Misbehaviour {
	/** Whether the service does what it was asked, as far as it would have, before it misbehaves. */
	readonly acts: boolean;
	/** What goes back; `honest` is what should have, an empty reply when it does not act. */
	readonly tell: (honest: HttpAnswer) => Answer;
}

const page = (status: number, text: string): HttpAnswer => ({
	status,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	text,
});
const refuse = (code: number, message: string, httpStatus: number): Misbehaviour['tell'] => {
	return () => refusal(code, message, httpStatus);
};
/** What a proxy says when the service behind it does not answer. */
const gateway = (status: number): Misbehaviour['tell'] => {
	return () => page(status, `<html><body><h1>${status}</h1><hr>nginx</body></html>`);
};
/** What a captive portal or a login wall says. */
const loginPage = (): HttpAnswer =>
	page(200, '<!DOCTYPE html><html><head><title>Sign in</title></head><body></body></html>');
const hangUp = (): Answer => 'hangUp';
const nothing = (): HttpAnswer => ({ status: 200, headers: {}, text: '' });
const half = (honest: HttpAnswer): HttpAnswer => ({
	...honest,
	text: honest.text.slice(0, honest.text.length / 2),
});

/** Every way to misbehave, by the name tests give it. Another way is another row. */
export const misbehaviours = {
	hangUpBefore: { acts: false, tell: hangUp },
	hangUpAfter: { acts: true, tell: hangUp },
	slow: { acts: true, tell: (honest) => honest },
	http401: { acts: false, tell: refuse(401, 'token is invalid or has expired', 401) },
	body401: { acts: false, tell: refuse(401, 'token is invalid or has expired', 200) },
	http403: { acts: false, tell: refuse(403, 'no permission', 403) },
	body403: { acts: false, tell: refuse(403, 'no permission', 200) },
	'429': { acts: false, tell: refuse(429, 'too many requests', 429) },
	'500': { acts: false, tell: refuse(500, 'internal error', 500) },
	'502': { acts: false, tell: gateway(502) },
	'503': { acts: false, tell: gateway(503) },
	'504': { acts: false, tell: gateway(504) },
	'500After': { acts: true, tell: refuse(500, 'internal error', 500) },
	'502After': { acts: true, tell: gateway(502) },
	'504After': { acts: true, tell: gateway(504) },
	html: { acts: false, tell: loginPage },
	htmlAfter: { acts: true, tell: loginPage },
	empty: { acts: false, tell: nothing },
	emptyAfter: { acts: true, tell: nothing },
	truncated: { acts: true, tell: half },
	wrongEnvelope: { acts: true, tell: () => json(200, { ok: true }) },
	redirect: { acts: false, tell: () => ({ status: 307, headers: {}, text: '' }) },
} as const satisfies Record<string, Misbehaviour>;

/**
 * How the service misbehaves.
 * - Without acting: the plain names and `hangUpBefore`.
 * - After acting: `…After`, `slow`, `truncated`, `wrongEnvelope`.
 * - `http…` and `body…` tell the same, as an HTTP status or as body `code` under HTTP 200.
 * - `html` and `empty` are HTTP 200; `truncated` is half of the JSON with the `content-length` of
 *   that half; `redirect` is HTTP 307.
 */
export type FaultKind = keyof typeof misbehaviours;

export function isFaultKind(value: unknown): value is FaultKind {
	return typeof value === 'string' && Object.hasOwn(misbehaviours, value);
}
