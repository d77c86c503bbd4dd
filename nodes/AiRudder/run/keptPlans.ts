import type { IContextObject, IDataObject } from 'n8n-workflow';
import type { Settings } from '../contacts/plans';
import { ServiceFailure } from '../transport/failure';
import type { PlanReply } from './planRequest';
import type { Sent } from './reports';

/** What stands in the execution's data: plain JSON, since that is how it is saved. */
interface Kept {
	name: string;
	fingerprint: string;
	settings: Settings;
	rows: number[];
	reply?: Omit<PlanReply, 'rejected'> & { rejected: Array<[number, PlanReplyProblems]> };
	failure?: { message: string; advice: string };
}

type PlanReplyProblems = PlanReply['rejected'] extends Map<number, infer P> ? P : never;

/** The plans that an execution keeps, under names that begin with `prefix`. */
export function keptPlans(context: IContextObject, prefix: string) {
	const get = (key: string): Sent | undefined => {
		const kept = context[prefix + key] as Kept | undefined;
		return kept && revive(kept);
	};
	return {
		get,
		keep: (key: string, sent: Sent) => {
			context[prefix + key] = preserve(sent) as unknown as IDataObject;
		},
		all: () =>
			Object.keys(context)
				.filter((key) => key.startsWith(prefix))
				.map((key) => get(key.slice(prefix.length)))
				.filter((sent) => sent !== undefined),
	};
}

function preserve(sent: Sent): Kept {
	const { name, fingerprint, settings, rows } = sent.plan;
	const plan = { name, fingerprint, settings, rows };
	if (sent.status === 'created') {
		return { ...plan, reply: { ...sent.reply, rejected: [...sent.reply.rejected] } };
	}
	const { message, advice } = sent.failure;
	return { ...plan, failure: { message, advice } };
}

function revive({ reply, failure, ...plan }: Kept): Sent {
	if (reply) {
		return { plan, status: 'created', reply: { ...reply, rejected: new Map(reply.rejected) } };
	}
	const { message = '', advice = '' } = failure ?? {};
	return {
		plan,
		status: 'unknown',
		failure: new ServiceFailure(message, { advice, acted: 'unknown' }),
	};
}

/** How many rows these plans have. */
export const keptRows = (context: IContextObject, prefix: string): number =>
	Object.entries(context)
		.filter(([key]) => key.startsWith(prefix))
		.reduce((total, [, kept]) => total + (kept as Kept).rows.length, 0);
