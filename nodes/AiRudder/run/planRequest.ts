import type { Contact } from '../contacts/properties';
import type { Plan } from '../contacts/plans';
import type { ServiceErrors } from '../contacts/serviceErrors';
import { matchServiceErrors } from '../contacts/serviceErrors';
import { ServiceFailure } from '../transport/failure';
import { callService } from '../transport/request';
import { withRetries } from '../transport/retry';
import type { RunContext } from './context';
import type { Delivery } from './delivery';

/** `POST` here creates or checks a plan (DOC). */
export const PLAN_PATH = '/service/cloud/v2/plan';

/** What the service does with the contacts (DOC). */
export const PERFORM = { createWithout: 1, check: 2, createNothing: 3 } as const;
export type Perform = (typeof PERFORM)[keyof typeof PERFORM];

/** What the service says about a plan. `PlanName` is kept byte for byte; it may end in a space. */
export interface PlanReply extends ServiceErrors {
	/** null when an earlier execution sent the plan under another name, which is not known here. */
	PlanName: string | null;
	/** Task of the first round. Absent when nothing was created (GUESS). */
	TaskID?: string;
}

export const hasNoErrors = ({ rejected, unmatched }: PlanReply) =>
	rejected.size === 0 && unmatched.length === 0;

/**
 * Sends one plan.
 *
 * A request that creates is repeated only when the service certainly did nothing; a check always.
 *
 * @throws ServiceFailure
 */
export async function requestPlan(
	context: RunContext,
	plan: Plan,
	perform: Perform,
	{ phoneProperty, ...sending }: Delivery,
): Promise<PlanReply> {
	const request = {
		method: 'POST',
		path: PLAN_PATH,
		body: planBody(plan, perform),
		...sending,
	} as const;
	const creates = perform !== PERFORM.check;
	const data = await withRetries(
		async () => await callService(context.service, request),
		(failure) => !creates || failure.acted === 'no',
		context.cancelled,
	);
	return readPlanReply(data, plan, perform, phoneProperty);
}

/** The documented body. What was not given is left out, so that the service's own default holds. */
function planBody({ settings, name, contacts }: Plan, perform: Perform): object {
	return {
		PlanName: name,
		SIPLine: settings.sipLine,
		Strategy: settings.strategy,
		...(settings.date === undefined ? {} : { Date: settings.date }),
		Perform: perform,
		...(settings.dncSwitch === undefined ? {} : { DncSwitch: settings.dncSwitch }),
		Details: contacts,
	};
}

function readPlanReply(
	data: unknown,
	{ name, contacts }: Plan,
	perform: Perform,
	phoneProperty: string | undefined,
): PlanReply {
	if (typeof data !== 'object' || data === null || Array.isArray(data)) throw unclear();
	const { TaskID, PlanName, detail_error_list: list } = data as Record<string, unknown>;
	const reply = {
		PlanName: typeof PlanName === 'string' ? PlanName : name,
		TaskID: typeof TaskID === 'string' && TaskID !== '' ? TaskID : undefined,
		...matchServiceErrors(errorList(list), contacts, phoneProperty),
	};
	if (reply.TaskID === undefined && !explainsNoTask(reply, contacts, perform)) throw unclear();
	return reply;
}

/** A list, or whatever stands in its place as its only entry. */
function errorList(list: unknown): unknown[] {
	if (Array.isArray(list)) return list;
	return list === undefined || list === null || list === '' ? [] : [list];
}

/** Whether nothing was created, as a reply without a task says when it was asked to create. */
function explainsNoTask(reply: PlanReply, contacts: Contact[], perform: Perform): boolean {
	if (perform === PERFORM.check) return true;
	if (perform === PERFORM.createNothing) return !hasNoErrors(reply);
	return reply.rejected.size + reply.unmatched.length >= contacts.length;
}

const unclear = () =>
	new ServiceFailure('AI Rudder answered with code 200, but not what became of the plan', {
		advice: 'Ask AI Rudder what became of the plan',
		acted: 'unknown',
	});
