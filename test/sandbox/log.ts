import type { Outcome } from './service';
import type { ReceivedRequest } from './wire';
import { isObject, parse } from './wire';

/**
 * Hides the middle of every phone number in a text: `+62•••1234`, and of a short one more:
 * `+86•••86`.
 */
function masked(text: string): string {
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
		told.push(doneIn(data));
		told.push(`${data.detail_error_list.length} rejected`);
	}
	return told;
}

function doneIn({ TaskID, workflow_id, added }: Record<string, unknown>): string {
	if (TaskID !== undefined) return 'plan created';
	if (workflow_id !== undefined) return 'workflow created';
	return added === undefined ? 'nothing created' : `${String(added)} added`;
}

function contactsOf(body: unknown): string[] {
	const contacts = isObject(body) ? (body.Details ?? body.details) : undefined;
	if (!Array.isArray(contacts)) return [];
	const [first] = contacts as unknown[];
	const number = isObject(first) ? (first.Mobile ?? first.callee) : undefined;
	return [`(${contacts.length} contacts${typeof number === 'string' ? `, first ${number}` : ''})`];
}
