import type { Plan } from '../contacts/plans';
import type { ServiceErrors } from '../contacts/serviceErrors';
import { matchServiceErrors } from '../contacts/serviceErrors';
import { ServiceFailure } from '../transport/failure';
import { callService } from '../transport/request';
import { withRetries } from '../transport/retry';
import type { RunContext } from './context';
import { network, timeout } from './network';

/** `POST` here creates or checks a plan (DOC). */
export const PLAN_PATH = '/service/cloud/v2/plan';

/** What the service does with the contacts (DOC). */
export const PERFORM = { createWithout: 1, check: 2, createNothing: 3 } as const;
export type Perform = (typeof PERFORM)[keyof typeof PERFORM];

/** What the service says about a plan. `PlanName` is kept byte for byte; it may end in a space. */
export interface PlanReply extends ServiceErrors {
	PlanName: string;
	/** Task of the first round. Absent when nothing was created (GUESS). */
	TaskID?: string;
}

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
	phoneProperty: string | undefined,
): Promise<PlanReply> {
	const request = {
		method: 'POST',
		path: PLAN_PATH,
		body: planBody(plan, perform),
		timeout: timeout(context),
		network: network(context),
	} as const;
	const creates = perform !== PERFORM.check;
	const data = await withRetries(
		async () => await callService(context.service, request),
		(failure) => !creates || failure.acted === 'no',
		context.cancelled,
	);
	return readPlanReply(data, plan, phoneProperty);
}

/** The documented body. What was not given is left out, so that the service's own default holds. */
export function planBody({ settings, name, contacts }: Plan, perform: Perform): object {
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

function readPlanReply(data: unknown, plan: Plan, phoneProperty: string | undefined): PlanReply {
	if (typeof data !== 'object' || data === null || Array.isArray(data)) {
		throw new ServiceFailure('AI Rudder answered with code 200, but not what became of the plan', {
			advice: 'Look for the plan in AI Rudder',
			acted: 'unknown',
		});
	}
	const { TaskID, PlanName, detail_error_list: list } = data as Record<string, unknown>;
	return {
		PlanName: typeof PlanName === 'string' ? PlanName : plan.name,
		TaskID: typeof TaskID === 'string' && TaskID !== '' ? TaskID : undefined,
		...matchServiceErrors(Array.isArray(list) ? list : [], plan.contacts, phoneProperty),
	};
}
