import type { Plan } from '../contacts/plans';
import { ServiceFailure } from '../transport/failure';
import { safeWords } from '../transport/privacy';
import type { Batch } from './batch';
import type { RunContext } from './context';
import type { Perform, PlanReply } from './planRequest';
import { PERFORM, requestPlan } from './planRequest';

/** What became of a plan. */
export type PlanReport =
	| {
			plan: Plan;
			/** `alreadySent`: an earlier execution sent it on the same day, so it was not sent now. */
			status: 'created' | 'checked' | 'notCreated' | 'alreadySent';
			reply: PlanReply;
	  }
	/** The service refused it or could not be reached: nothing was created. */
	| { plan: Plan; status: 'failed'; failure: ServiceFailure }
	/** Sent, and no answer that says what the service did. */
	| { plan: Plan; status: 'unknown'; failure: ServiceFailure }
	/** Not sent, because of what happened to a plan before it. */
	| { plan: Plan; status: 'notSent' };

/** How the user wants rejected rows and failures handled. */
export interface SendRules {
	invalidContacts: 'createWithout' | 'createNothing';
	/** Send again what was sent today. */
	resend: boolean;
	/** On Error is set to continue. */
	goOn: boolean;
}

/** Checks all plans with the service. Calls nobody. */
export const checkPlans = async (context: RunContext, batch: Batch, goOn: boolean) =>
	await inTurn(
		context,
		batch.plans,
		goOn,
		async (plan) => await ask(context, batch, plan, PERFORM.check),
	);

/**
 * Creates the plans, one after the other.
 *
 * With `createNothing` nothing is created when any row anywhere is bad: several plans, and plans whose
 * batch has rejected rows already, are all checked first.
 */
export async function createPlans(
	context: RunContext,
	batch: Batch,
	rules: SendRules,
): Promise<PlanReport[]> {
	const { plans, rejected } = batch;
	const allOrNothing = rules.invalidContacts === 'createNothing';
	if (allOrNothing && (plans.length > 1 || rejected.length > 0)) {
		const checks = await checkPlans(context, batch, false);
		if (rejected.length > 0 || checks.some((check) => !isClean(check))) {
			return checks.map((check) =>
				check.status === 'checked' ? { ...check, status: 'notCreated' } : check,
			);
		}
	}
	const perform = allOrNothing ? PERFORM.createNothing : PERFORM.createWithout;
	return await inTurn(
		context,
		plans,
		rules.goOn,
		async (plan) => await createOnce(context, batch, plan, perform, rules.resend),
	);
}

const isClean = (report: PlanReport) => report.status === 'checked' && hasNoErrors(report.reply);

const hasNoErrors = ({ rejected, unmatched }: PlanReply) =>
	rejected.size === 0 && unmatched.length === 0;

/** One after the other. After a failure, or when the execution is stopped, the rest is not sent. */
async function inTurn(
	context: RunContext,
	plans: Plan[],
	goOn: boolean,
	send: (plan: Plan) => Promise<PlanReport>,
): Promise<PlanReport[]> {
	const reports: PlanReport[] = [];
	let stopped = false;
	for (const plan of plans) {
		stopped ||= context.cancelled();
		const report: PlanReport = stopped ? { plan, status: 'notSent' } : await send(plan);
		reports.push(report);
		stopped ||= 'failure' in report && !goOn;
	}
	return reports;
}

/** Creates a plan unless it was sent before, and remembers what came of it. */
async function createOnce(
	context: RunContext,
	batch: Batch,
	plan: Plan,
	perform: Perform,
	resend: boolean,
): Promise<PlanReport> {
	const { memory } = context;
	const before = memory.recall(plan);
	if (before && 'reply' in before) return { plan, status: 'created', reply: before.reply };
	if (before) return { plan, status: 'unknown', failure: stillUnknown(before.failure) };

	const claim = await memory.claim(plan, batch.today);
	if (claim === 'sent' && !resend) {
		return {
			plan,
			status: 'alreadySent',
			reply: { PlanName: plan.name, rejected: new Map(), unmatched: [] },
		};
	}
	const report = await ask(context, batch, plan, perform);
	if (report.status === 'created') memory.remember(plan, { reply: report.reply });
	else if (report.status === 'unknown') memory.remember(plan, { failure: report.failure });
	else if (claim === 'new') await memory.release(plan, batch.today);
	return report;
}

const stillUnknown = ({ message, advice }: Pick<ServiceFailure, 'message' | 'advice'>) =>
	new ServiceFailure(message, { advice, acted: 'unknown' });

async function ask(
	context: RunContext,
	batch: Batch,
	plan: Plan,
	perform: Perform,
): Promise<PlanReport> {
	try {
		const reply = await requestPlan(context, plan, perform, batch.phoneProperty);
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

function statusOf(
	plan: Plan,
	reply: PlanReply,
	perform: Perform,
): 'created' | 'checked' | 'notCreated' {
	if (perform === PERFORM.check) return 'checked';
	const refused = perform === PERFORM.createNothing && !hasNoErrors(reply);
	const nobodyLeft = reply.rejected.size === plan.contacts.length;
	return reply.TaskID === undefined && (refused || nobodyLeft) ? 'notCreated' : 'created';
}
