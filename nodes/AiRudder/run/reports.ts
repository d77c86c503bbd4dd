import type { Plan } from '../contacts/plans';
import type { ServiceFailure } from '../transport/failure';
import type { PlanReply } from './planRequest';

/** What a report says of a plan. It has one contact for each of its rows. */
type ReportedPlan = Pick<Plan, 'name' | 'fingerprint' | 'settings' | 'rows'>;

interface Report {
	plan: ReportedPlan;
}

type Created = Report & { status: 'created'; reply: PlanReply };

/** Sent, and no answer that says what the service did. */
type Unknown = Report & { status: 'unknown'; failure: ServiceFailure };

/** A plan that reached the service, or may have. */
export type Sent = Created | Unknown;

/** A plan that the service, or an earlier execution, has settled. */
export type Answered =
	| Created
	| (Report & {
			/** `alreadySent`: an earlier execution sent it on the same day, so it was not sent now. */
			status: 'checked' | 'notCreated' | 'alreadySent';
			reply: PlanReply;
	  });

/** A plan that nobody settled. */
export type Unanswered =
	| Unknown
	/** The service refused it or could not be reached: nothing was created, or checked. */
	| (Report & { status: 'failed'; failure: ServiceFailure; checking: boolean })
	/** Not sent, because of what happened to a plan before it. */
	| (Report & { status: 'notSent' });

/** What became of a plan. */
export type PlanReport = Answered | Unanswered;

export const isAnswered = (report: PlanReport): report is Answered => 'reply' in report;

export const isUnanswered = (report: PlanReport): report is Unanswered => !isAnswered(report);

/** How many contacts a plan has. */
export const size = ({ plan }: Report): number => plan.rows.length;
