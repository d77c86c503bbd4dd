import type { Plan } from '../contacts/plans';
import { ServiceFailure } from '../transport/failure';
import { safeWords } from '../transport/privacy';
import type { Batch } from './batch';
import type { RunContext } from './context';
import type { Perform, PlanReply } from './planRequest';
import { PERFORM, requestPlan } from './planRequest';

type AnsweredStatus = 'created' | 'checked' | 'notCreated';

/** What became of a plan. */
export type PlanReport =
	| { plan: Plan; status: AnsweredStatus; reply: PlanReply }
	/** The service refused it or could not be reached: nothing was created. */
	| { plan: Plan; status: 'failed'; failure: ServiceFailure }
	/** Sent, and no answer that says what the service did. */
	| { plan: Plan; status: 'unknown'; failure: ServiceFailure }
	/** Not sent, because of what happened to a plan before it. */
	| { plan: Plan; status: 'notSent' };

/** How the user wants rejected rows and failures handled. */
export interface SendRules {
	invalidContacts: 'createWithout' | 'createNothing';
	/** On Error is set to continue. */
	goOn: boolean;
}

/** Checks all plans with the service. Calls nobody. */
export const checkPlans = async (context: RunContext, plans: Plan[], goOn: boolean) =>
	await inTurn(context, plans, PERFORM.check, goOn);

/**
 * Creates the plans, one after the other.
 *
 * With `createNothing` nothing is created when any row anywhere is bad: several plans, and plans whose
 * batch has rejected rows already, are all checked first.
 */
export async function createPlans(
	context: RunContext,
	{ plans, rejected }: Batch,
	{ invalidContacts, goOn }: SendRules,
): Promise<PlanReport[]> {
	if (invalidContacts === 'createWithout') {
		return await inTurn(context, plans, PERFORM.createWithout, goOn);
	}
	if (plans.length > 1 || rejected.length > 0) {
		const checks = await checkPlans(context, plans, false);
		const bad = rejected.length > 0 || checks.some((report) => !isClean(report));
		if (bad) return checks.map(nothingCreated);
	}
	return await inTurn(context, plans, PERFORM.createNothing, goOn);
}

const isClean = (report: PlanReport) => report.status === 'checked' && hasNoErrors(report.reply);

const hasNoErrors = ({ rejected, unmatched }: PlanReply) =>
	rejected.size === 0 && unmatched.length === 0;

/** A check that stands for a create: nothing was created, whatever the check met. */
function nothingCreated(report: PlanReport): PlanReport {
	if (report.status === 'checked') return { ...report, status: 'notCreated' };
	if (report.status === 'unknown') return { ...report, status: 'failed' };
	return report;
}

async function inTurn(
	context: RunContext,
	plans: Plan[],
	perform: Perform,
	goOn: boolean,
): Promise<PlanReport[]> {
	const reports: PlanReport[] = [];
	let stopped = false;
	for (const plan of plans) {
		stopped ||= context.cancelled();
		const report: PlanReport = stopped
			? { plan, status: 'notSent' }
			: await sendPlan(context, plan, perform);
		reports.push(report);
		stopped ||= 'failure' in report && !goOn;
	}
	return reports;
}

async function sendPlan(context: RunContext, plan: Plan, perform: Perform): Promise<PlanReport> {
	try {
		const reply = await requestPlan(context, plan, perform);
		return { plan, status: statusOf(plan, reply, perform), reply };
	} catch (error) {
		const failure = error instanceof ServiceFailure ? error : unexpected(error);
		const unknown = failure.acted === 'unknown' && perform !== PERFORM.check;
		return { plan, status: unknown ? 'unknown' : 'failed', failure };
	}
}

/** Whatever else goes wrong while a plan is on its way must not hide which plans exist already. */
const unexpected = (error: unknown) =>
	new ServiceFailure(`Something unexpected happened: ${safeWords(String(error))}`, {
		advice: 'Report it to the authors of this node',
		acted: 'unknown',
	});

function statusOf(plan: Plan, reply: PlanReply, perform: Perform): AnsweredStatus {
	if (perform === PERFORM.check) return 'checked';
	const refused = perform === PERFORM.createNothing && !hasNoErrors(reply);
	const nobodyLeft = reply.rejected.size === plan.contacts.length;
	return reply.TaskID === undefined && (refused || nobodyLeft) ? 'notCreated' : 'created';
}
