import { NodeApiError } from 'n8n-workflow';
import type { Batch } from './batch';
import type { Words } from './forms';
import type { RunContext } from './context';
import { capital, contacts, count, rows, totalSize, withoutStop, withStatus } from './counts';
import { rejectedRows } from './items';
import type { PlanReport, Unanswered } from './reports';
import { isUnanswered, size } from './reports';

/** What happened to a plan that was not settled, in a sentence or two. */
function whatHappened({ named, done }: Words, report: Unanswered): string {
	const plan = `${named} '${report.plan.name}' (${contacts(size(report))})`;
	switch (report.status) {
		case 'notSent':
			return `The run stopped before ${plan}, so it was not sent`;
		case 'failed':
			return `${withoutStop(report.failure.message)}. ${capital(plan)} ${
				report.checking ? 'could not be checked' : `was not ${done}`
			}`;
		case 'unknown':
			return `It is not known whether ${plan} was ${done}. ${withoutStop(report.failure.message)}`;
	}
}

/** What to do about it, in a sentence or two. */
function whatToDo({ look: where }: Words, report: Unanswered): string[] {
	if (report.status === 'notSent') return ['Run the workflow again when the rest is settled'];
	const look = `Look ${where} '${report.plan.name}' in AI Rudder before you send these rows again`;
	return [...(report.status === 'unknown' ? [look] : []), report.failure.advice];
}

/** All of it, for the error items of a plan's rows. */
export const failureText = (words: Words, report: Unanswered): string =>
	[whatHappened(words, report), ...whatToDo(words, report)].join('. ');

/**
 * One error for a run that ended early: what happened to the plan that failed, what to do, and an account
 * of all the other rows.
 */
export function runFailure(context: RunContext, batch: Batch, reports: PlanReport[]): NodeApiError {
	const { words } = context.kind;
	const unanswered = reports.filter(isUnanswered);
	const cause = unanswered.find(({ status }) => status !== 'notSent');
	const message = cause
		? whatHappened(words, cause)
		: `The execution was stopped before all ${words.one}s were sent`;
	const description = [
		...(cause ? whatToDo(words, cause) : []),
		...account(words, batch, reports, cause),
	];
	return new NodeApiError(
		context.node,
		{ message },
		{
			message,
			description: `${description.join('. ')}.`,
			httpCode: String((cause && 'failure' in cause && cause.failure.serviceCode) || 'none'),
			itemIndex: context.firstItem + ((cause ?? unanswered[0])?.plan.rows[0] ?? 0),
		},
	);
}

function account(
	{ one, done }: Words,
	batch: Batch,
	reports: PlanReport[],
	cause: Unanswered | undefined,
): string[] {
	const created = withStatus(reports, 'created');
	const alreadySent = withStatus(reports, 'alreadySent');
	const notSent = withStatus(reports, 'notSent');
	const rejected = rejectedRows(batch, reports).length;
	const checking = cause?.status === 'failed' && cause.checking;
	const isOther = (report: PlanReport) => report !== cause;
	const others = reports.length > 1 && !checking;
	const none = others && created.length + alreadySent.length === 0;
	return [
		...(none ? [`No other ${one} was ${done}`] : []),
		...named(`${capital(done)}, do not send again`, created),
		...named('Not known either, look for them too', withStatus(reports, 'unknown').filter(isOther)),
		...named(`Not ${done} either`, withStatus(reports, 'failed').filter(isOther)),
		...named('Already sent earlier today', alreadySent),
		...(notSent.length > 0
			? [`Not sent: ${count(notSent.length, one)} with ${contacts(totalSize(notSent))}`]
			: []),
		...(rejected > 0 ? [`Rejected: ${rows(rejected)}`] : []),
	];
}

const named = (words: string, reports: PlanReport[]): string[] =>
	reports.length === 0
		? []
		: [
				`${words}: ${reports.map(({ plan }) => `'${plan.name}'`).join(', ')} (${contacts(totalSize(reports))})`,
			];
