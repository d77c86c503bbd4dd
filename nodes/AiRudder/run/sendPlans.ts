import type { Plan } from '../contacts/plans';
import { ServiceFailure } from '../transport/failure';
import { safeWords } from '../transport/privacy';
import type { Batch } from './batch';
import type { RunContext } from './context';
import type { Perform } from './planRequest';
import { hasNoErrors, PERFORM, requestPlan } from './planRequest';
import type { PlanReport } from './reports';
import { keepToAgentLimit, refuseWithoutMemory } from './tool';

/** How the user wants rejected rows and failures handled. */
interface SendRules {
	invalidContacts: 'createWithout' | 'createNothing';
	/** Send again what was sent today. */
	resend: boolean;
	/** On Error is set to continue. */
	goOn: boolean;
}

/** Checks all plans with the service. Calls nobody. */
export const checkPlans = async (context: RunContext, batch: Batch, goOn: boolean) =>
	await inOrder(context, batch.plans, {
		atOnce: batch.concurrency,
		send: async (plan) => await ask(context, batch, plan, PERFORM.check),
		stopsAfter: (report) => 'failure' in report && !goOn,
	});

/**
 * Creates the plans, as many at once as the user wants, and reports those that an earlier try of the execution sent.
 *
 * With `createNothing` nothing is created when any row anywhere is bad: several plans, and plans whose
 * batch has rejected rows already, are all checked first.
 *
 * @throws NodeOperationError when an AI agent would have more people called than it may, or nothing can be remembered
 */
export async function createPlans(
	context: RunContext,
	batch: Batch,
	rules: SendRules,
): Promise<PlanReport[]> {
	refuseWithoutMemory(context);
	keepToAgentLimit(context, batch);
	const { earlier } = batch;
	const unsettled = earlier.some(({ status }) => status === 'unknown') && !rules.goOn;
	const reports = unsettled
		? batch.plans.map((plan): PlanReport => ({ plan, status: 'notSent' }))
		: await createNew(context, batch, rules);
	const firstRow = ({ plan }: PlanReport) => plan.rows[0] ?? 0;
	return [...earlier, ...reports].sort((a, b) => firstRow(a) - firstRow(b));
}

async function createNew(
	context: RunContext,
	batch: Batch,
	{ invalidContacts, resend, goOn }: SendRules,
): Promise<PlanReport[]> {
	const { plans, rejected } = batch;
	if (invalidContacts === 'createWithout') {
		return await inOrder(context, plans, {
			atOnce: batch.concurrency,
			send: async (plan) => await createOnce(context, batch, plan, PERFORM.createWithout, resend),
			stopsAfter: (report) => 'failure' in report && !goOn,
		});
	}
	if (plans.length > 1 || rejected.length > 0) {
		const checks = await checkPlans(context, batch, false);
		if (rejected.length > 0 || checks.some((check) => !isClean(check))) {
			return nothingCreated(checks);
		}
	}
	const reports = await inOrder(context, plans, {
		// A plan on its way could not be held back when the one before it turns out to be bad.
		atOnce: 1,
		send: async (plan) => await createOnce(context, batch, plan, PERFORM.createNothing, resend),
		stopsAfter: (report) => report.status === 'notCreated' || ('failure' in report && !goOn),
	});
	// A plan that was good when it was checked and is refused now: the ones behind it stay uncreated.
	const refused = reports.some(({ status }) => status === 'notCreated');
	return refused
		? reports.map((report) => (isNotSent(report) ? notCreated(report.plan) : report))
		: reports;
}

const isClean = (report: PlanReport) => report.status === 'checked' && hasNoErrors(report.reply);

const isNotSent = (report: PlanReport) => report.status === 'notSent';

const notCreated = (plan: PlanReport['plan']): PlanReport => ({
	plan,
	status: 'notCreated',
	reply: noReply(plan),
});

const noReply = ({ name }: PlanReport['plan']) => ({
	name,
	rejected: new Map(),
	unmatched: [],
});

/** What checks mean for plans that are not created because of them. */
function nothingCreated(checks: PlanReport[]): PlanReport[] {
	const failed = checks.some((check) => 'failure' in check || check.status === 'notSent');
	return checks.map((check): PlanReport => {
		if (check.status !== 'checked') return check;
		if (failed) return { plan: check.plan, status: 'notSent' };
		return { ...check, status: 'notCreated' };
	});
}

interface Sending {
	/** How many plans may be on their way at the same time. */
	atOnce: number;
	send(plan: Plan): Promise<PlanReport>;
	/** Whether the plans behind are not sent. Those on their way already are. */
	stopsAfter(report: PlanReport): boolean;
}

/** Starts the plans in their order, until one of them, or the user, stops the rest. Reports are in order. */
async function inOrder(
	context: RunContext,
	plans: Plan[],
	{ atOnce, send, stopsAfter }: Sending,
): Promise<PlanReport[]> {
	const reports: PlanReport[] = [];
	const waiting = plans.entries();
	let stopped = false;
	const oneAfterTheOther = async () => {
		for (const [index, plan] of waiting) {
			stopped ||= context.cancelled();
			const report: PlanReport = stopped ? { plan, status: 'notSent' } : await send(plan);
			reports[index] = report;
			stopped ||= stopsAfter(report);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, oneAfterTheOther));
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
	if (before) return before;

	const claim = await memory.claim(plan, batch.today);
	if (!resend && (claim === 'sent' || claim === 'sentAs')) {
		if (claim === 'sentAs') await memory.releaseName(plan, batch.today);
		const name = claim === 'sent' ? plan.name : null;
		return { plan, status: 'alreadySent', reply: { ...noReply(plan), name } };
	}
	const report: PlanReport = context.cancelled()
		? { plan, status: 'notSent' }
		: await ask(context, batch, plan, perform);
	if (report.status === 'created' || report.status === 'unknown') {
		memory.remember(plan, report);
		await memory.confirm(plan, batch.today);
	} else if (claim === 'new') {
		await memory.release(plan, batch.today);
	}
	return report;
}

async function ask(
	context: RunContext,
	batch: Batch,
	plan: Plan,
	perform: Perform,
): Promise<PlanReport> {
	const checking = perform === PERFORM.check;
	try {
		const reply = await requestPlan(context, plan, perform, batch.delivery);
		if (checking) return { plan, status: 'checked', reply };
		return { plan, status: reply.id === undefined ? 'notCreated' : 'created', reply };
	} catch (error) {
		const failure = error instanceof ServiceFailure ? error : unexpected(error);
		if (failure.acted === 'unknown' && !checking) return { plan, status: 'unknown', failure };
		return { plan, status: 'failed', failure, checking };
	}
}

/** Whatever else goes wrong while a plan is on its way must not hide which plans exist already. */
const unexpected = (error: unknown) =>
	new ServiceFailure(`Something unexpected happened: ${safeWords(String(error))}`, {
		advice: 'Report it to the authors of this node',
		acted: 'unknown',
	});
