import type { Plan } from '../contacts/plans';
import type { ServiceErrors } from '../contacts/serviceErrors';
import { matchServiceErrors } from '../contacts/serviceErrors';
import { ServiceFailure } from '../transport/failure';
import { callService } from '../transport/request';
import { withRetries } from '../transport/retry';
import type { RunContext } from './context';
import type { Delivery } from './delivery';

/** What the service does with the contacts of a calling plan (DOC). Others are created, without bad rows. */
export const PERFORM = { createWithout: 1, check: 2, createNothing: 3 } as const;
export type Perform = (typeof PERFORM)[keyof typeof PERFORM];

/** What the service says about a plan. */
export interface PlanReply extends ServiceErrors {
	/**
	 * Kept byte for byte; it may end in a space. null when an earlier execution sent the plan under another
	 * name, which is not known here.
	 */
	name: string | null;
	/** What the service calls it by: a TaskID or a workflow_id. Absent when nothing was created. */
	id?: string | number;
}

export const hasNoErrors = ({ rejected, unmatched }: PlanReply) =>
	rejected.size === 0 && unmatched.length === 0;

export const allRefused = ({ rejected, unmatched }: PlanReply, { rows }: Plan) =>
	rejected.size + unmatched.length >= rows.length;

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
	const { kind } = context;
	const request = { method: 'POST', body: kind.body(plan, perform), ...sending } as const;
	const creates = perform !== PERFORM.check;
	const data = await withRetries(
		async () => await callService(context.service, request),
		(failure) => !creates || failure.acted === 'no',
		context.cancelled,
	);
	return kind.reply(data, plan, perform, phoneProperty);
}

/** The contacts that a reply says were refused. */
export function refusals(
	data: Record<string, unknown>,
	{ contacts }: Plan,
	phoneProperty: string | undefined,
): ServiceErrors {
	const list = errorList(data);
	return matchServiceErrors(list, list.length > 0 ? contacts.read() : [], phoneProperty);
}

/** The reply's list of refused contacts, or whatever stands in its place as its only entry. */
function errorList({ detail_error_list: list }: Record<string, unknown>): unknown[] {
	if (Array.isArray(list)) return list;
	return list === undefined || list === null || list === '' ? [] : [list];
}

/** @param one what was sent, in a word */
export const unclear = (one: string) =>
	new ServiceFailure(`AI Rudder answered with code 200, but not what became of the ${one}`, {
		advice: `Ask AI Rudder what became of the ${one}`,
		acted: 'unknown',
	});
