import { jsonWith } from '../contacts/contactList';
import { PLAN_NAMING } from '../contacts/names';
import type { Plan } from '../contacts/plans';
import type { BatchKind } from './batchKind';
import { contactReader } from './contactReader';
import { PLAN_PATH, PLANS } from './forms';
import type { Perform, PlanReply } from './planRequest';
import { allRefused, hasNoErrors, PERFORM, refusals, unclear } from './planRequest';
import { planSettings } from './planSettings';

/** Rows become calling plans. */
export const callingPlan: BatchKind = {
	...PLANS,
	naming: PLAN_NAMING,
	reader: contactReader,
	settings: planSettings,
	path: () => PLAN_PATH,
	body: planBody,
	reply: readPlanReply,
	item: ({ plan: { settings }, reply }, status) => ({
		PlanName: reply.name,
		TaskID: reply.id ?? null,
		status,
		strategy: settings.strategy,
		sipLine: settings.sipLine,
		date: settings.date ?? null,
	}),
	mention: ({ reply }) => ({ PlanName: reply.name }),
};

/** The documented body. What was not given is left out, so that the service's own default holds. */
function planBody({ settings, name, contacts }: Plan, perform: Perform): Buffer {
	const rest = {
		PlanName: name,
		SIPLine: settings.sipLine,
		Strategy: settings.strategy,
		...(settings.date === undefined ? {} : { Date: settings.date }),
		Perform: perform,
		...(settings.dncSwitch === undefined ? {} : { DncSwitch: settings.dncSwitch }),
	};
	return jsonWith(rest, 'Details', contacts);
}

/** The documented reply. That it has no `TaskID` when nothing was created is a GUESS. */
function readPlanReply(
	data: unknown,
	plan: Plan,
	perform: Perform,
	phoneProperty: string | undefined,
): PlanReply {
	if (typeof data !== 'object' || data === null || Array.isArray(data)) throw unclear('plan');
	const { TaskID, PlanName, ...rest } = data as Record<string, unknown>;
	const reply = {
		name: typeof PlanName === 'string' ? PlanName : plan.name,
		id: typeof TaskID === 'string' && TaskID !== '' ? TaskID : undefined,
		...refusals(rest, plan, phoneProperty),
	};
	if (reply.id === undefined && !explainsNoTask(reply, plan, perform)) throw unclear('plan');
	return reply;
}

/** Whether nothing was created, as a reply without a task says when it was asked to create. */
function explainsNoTask(reply: PlanReply, plan: Plan, perform: Perform): boolean {
	if (perform === PERFORM.check) return true;
	if (perform === PERFORM.createNothing) return !hasNoErrors(reply);
	return allRefused(reply, plan);
}
