import type { RunContext } from './context';
import { contacts, count, totalSize, withStatus } from './counts';
import { sentContacts, unmatchedContacts } from './items';
import type { PlanReport } from './reports';
import { isAnswered } from './reports';

/** One line that says what happened to all rows. */
export function summary(context: RunContext, reports: PlanReport[], rejected: number): string {
	const { one, done } = context.kind.words;
	const received = context.rows.length;
	const answered = reports.filter(isAnswered);
	const checked = answered.some(({ status }) => status === 'checked');
	const sent = answered.reduce((total, report) => total + sentContacts(report), 0);
	const unmatched = answered.reduce((total, report) => total + unmatchedContacts(report), 0);
	const head = checked
		? [`${contacts(received)} checked without calling anybody`]
		: [
				`${count(withStatus(reports, 'created').length, one)} ${done}`,
				`${sent.toLocaleString('en-US')} of ${contacts(received)} sent`,
			];
	return [
		...head,
		`${rejected.toLocaleString('en-US')} rejected`,
		...[unmatched]
			.filter((number) => number > 0)
			.map((number) => `${number.toLocaleString('en-US')} ${UNMATCHED}`),
		...OTHERWISE.map(([status, words]) => [totalSize(withStatus(reports, status)), words] as const)
			.filter(([number]) => number > 0)
			.map(([number, words]) => `${number.toLocaleString('en-US')} ${words}`),
	].join(', ');
}

const UNMATCHED = "refused by AI Rudder, not certain which: see 'unmatchedErrors'";

const OTHERWISE: Array<[PlanReport['status'], string]> = [
	['alreadySent', 'sent earlier today and not sent again'],
	['unknown', 'with unknown outcome'],
	['failed', 'failed'],
	['notSent', 'not sent'],
];

/** A line for people below the summary. */
export interface Advice {
	message: string;
	type: 'info' | 'warning';
}

/** What a person should know or do after a run that went through. */
export function advice(context: RunContext, reports: PlanReport[], rejected: number): Advice[] {
	const { one } = context.kind.words;
	const created = withStatus(reports, 'created').length > 0;
	const sent = created || withStatus(reports, 'unknown').length > 0;
	const resend = { message: resendRejected(one), type: 'info' } as const;
	const memory = { message: noMemory(one), type: 'warning' } as const;
	return [
		...(created && rejected > 0 ? [resend] : []),
		...(sent && context.memory.missing ? [memory] : []),
	];
}

const resendRejected = (one: string) =>
	`To call the rejected rows too, correct them and send them alone. Sending the whole list again makes other ${one}s, and calls the other people again`;

const noMemory = (one: string) =>
	`n8n does not remember here which ${one}s were sent today (the workflow may not be saved yet). Running it again with the same rows would call the same people again`;
