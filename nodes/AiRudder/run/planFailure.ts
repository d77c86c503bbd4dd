import { NodeApiError } from 'n8n-workflow';
import type { RunContext } from './context';
import type { Unanswered } from './report';
import { contacts, isAnswered, plansText } from './report';
import type { PlanReport } from './sendPlans';

/** What happened to a plan that was not answered, in one sentence. */
export function failureText(report: Unanswered): string {
	const plan = `'${report.plan.name}' (${contacts(report.plan.contacts.length)})`;
	if (report.status === 'notSent')
		return `Plan ${plan} was not sent, because the run stopped before it`;
	if (report.status === 'failed') return `Plan ${plan} was not created. ${report.failure.message}`;
	return `It is not known whether plan ${plan} was created. ${report.failure.message}`;
}

/**
 * One error for a run that ended early: what happened to the plan that failed, what to do, what exists
 * already and what was not sent.
 */
export function runFailure(context: RunContext, reports: PlanReport[]): NodeApiError {
	const failed = reports.filter((report): report is Unanswered => !isAnswered(report));
	const cause = failed.find((report) => report.status !== 'notSent') ?? failed[0];
	const message = cause
		? cause.status === 'notSent'
			? 'The execution was stopped before all plans were sent'
			: failureText(cause)
		: 'The run ended early';
	const advice = [
		...(cause?.status === 'unknown'
			? [`Look for plan '${cause.plan.name}' in AI Rudder before you send these rows again`]
			: []),
		...(cause && 'failure' in cause ? [cause.failure.advice] : []),
		created(reports),
		notSent(failed),
	].filter((sentence) => sentence !== '');
	return new NodeApiError(
		context.node,
		{ message },
		{
			message,
			description: `${advice.join('. ')}.`,
			httpCode: String(
				(cause && 'failure' in cause ? cause.failure.serviceCode : undefined) ?? 'none',
			),
			itemIndex: context.firstItem + (cause?.plan.rows[0] ?? 0),
		},
	);
}

function created(reports: PlanReport[]): string {
	const plans = reports.filter((report) => report.status === 'created').map(({ plan }) => plan);
	if (plans.length === 0) return 'No plan was created before it';
	const total = plans.reduce((sum, plan) => sum + plan.contacts.length, 0);
	const names = plans.map(({ name }) => `'${name}'`).join(', ');
	return `Created before it, do not send again: ${names} (${contacts(total)})`;
}

function notSent(failed: Unanswered[]): string {
	const plans = failed.filter(({ status }) => status === 'notSent').map(({ plan }) => plan);
	if (plans.length === 0) return '';
	const total = plans.reduce((sum, plan) => sum + plan.contacts.length, 0);
	return `Not sent: ${plansText(plans.length)} with ${contacts(total)}`;
}
