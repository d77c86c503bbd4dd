import type { Outcome } from './service';
import type { ReceivedRequest } from './wire';
import { isObject, parse } from './wire';

/**
 * Hides the middle of every phone number in a text: `+62•••1234`, and of a short one more:
 * `+86•••86`.
 */
export function masked(text: string): string {
	return text.replace(/\+\d{5,}/g, (number) => {
		return `${number.slice(0, 3)}•••${number.slice(number.length > 10 ? -4 : -2)}`;
	});
}

/** One line about a request and its answer. No token, no secret, no whole number. */
export function logLine(request: ReceivedRequest, { answer, fault }: Outcome): string {
	const parts = [
		new Date(request.at).toISOString().slice(11, 19),
		`${request.method} ${request.path} →`,
		answer === 'hangUp' ? 'hung up' : [answer.status, ...replyOf(answer.text)].join(', '),
		...(fault ? [`[${fault.kind}]`] : []),
		...contactsOf(request.body),
	];
	return masked(parts.join(' '));
}

function replyOf(text: string): string[] {
	const reply = parse(text);
	if (!isObject(reply) || reply.code === undefined) return ['no envelope'];
	const { code, message, data } = reply;
	const told = [`code ${JSON.stringify(code)}`];
	if (typeof message === 'string') told.push(message);
	if (isObject(data) && Array.isArray(data.detail_error_list)) {
		told.push(data.TaskID === undefined ? 'nothing created' : 'plan created');
		told.push(`${data.detail_error_list.length} rejected`);
	}
	return told;
}

function contactsOf(body: unknown): string[] {
	if (!isObject(body) || !Array.isArray(body.Details)) return [];
	const [first] = body.Details as unknown[];
	const mobile =
		isObject(first) && typeof first.Mobile === 'string' ? `, first ${first.Mobile}` : '';
	return [`(${body.Details.length} contacts${mobile})`];
}
