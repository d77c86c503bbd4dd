import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Plan } from '../contacts/plans';
import type { ServiceFailure } from '../transport/failure';
import type { PlanReply } from './planRequest';

/** What an execution remembers of a plan that it sent. */
export type Remembered =
	| { reply: PlanReply }
	| { failure: Pick<ServiceFailure, 'message' | 'advice'> };

/** Keeps people from being called twice, within one execution and from one execution to the next. */
export interface PlanMemory {
	/**
	 * What an earlier try of this execution did with the plan: Retry On Fail runs the whole node again.
	 * undefined when the plan was not sent, or certainly did not reach the service.
	 */
	recall(plan: Plan): Remembered | undefined;
	remember(plan: Plan, outcome: Remembered): void;
	/**
	 * Notes that the plan is sent on this day, before it is sent, where other executions see it.
	 *
	 * @returns `sent` when that was noted before, `unavailable` when n8n offers no such memory here
	 */
	claim(plan: Plan, day: string): Promise<'new' | 'sent' | 'unavailable'>;
	/** Takes the note back, when the service certainly created nothing. */
	release(plan: Plan, day: string): Promise<void>;
	/** Whether a claim found that n8n offers no memory here. */
	readonly missing: boolean;
}

/** Where n8n offers no memory: the declarative engine, which runs one item at a time. */
export const NO_MEMORY: PlanMemory = {
	recall: () => undefined,
	remember: () => undefined,
	claim: async () => await Promise.resolve('unavailable'),
	release: async () => await Promise.resolve(),
	missing: true,
};

/**
 * Plans remembered for a node of a workflow. n8n keeps them as one list in one database row, so it must
 * not grow: this many plans are 50 KB.
 */
const MOST_ENTRIES = 2_000;
const STORE = { mode: 'entries', maxEntries: MOST_ENTRIES } as const;

/**
 * The memories n8n offers: the execution's own data, which survives its retries, and the list of
 * processed items in the database, which all executions and workers share. That list holds no payload
 * and is not atomic: two executions at the same instant can both be told that a plan is new.
 */
export function executionMemory(node: IExecuteFunctions): PlanMemory {
	const context = node.getContext('node');
	const run = node.getWorkflowDataProxy(0).$runIndex;
	const key = ({ fingerprint }: Plan) => `plan:${run}:${fingerprint}`;
	const entry = ({ fingerprint }: Plan, day: string) => `${day}:${fingerprint}`;
	const record = async (text: string) =>
		await node.helpers.checkProcessedAndRecord([text], 'node', STORE).then(
			({ processed }) => (processed.length > 0 ? ('sent' as const) : ('new' as const)),
			() => 'unavailable' as const,
		);
	let missing = false;
	return {
		recall: (plan) => revive(context[key(plan)]),
		remember: (plan, outcome) => {
			context[key(plan)] = preserve(outcome);
		},
		async claim(plan, day) {
			let claimed = await record(entry(plan, day));
			if (claimed === 'unavailable') {
				// Two executions that make the list's very first entry collide, and one is refused.
				await sleep(50);
				claimed = await record(entry(plan, day));
			}
			missing = claimed === 'unavailable';
			return claimed;
		},
		get missing() {
			return missing;
		},
		release: async (plan, day) =>
			await node.helpers.removeProcessed([entry(plan, day)], 'node', STORE).catch(() => undefined),
	};
}

/** As plain JSON, which is what the execution's data is saved as. */
const preserve = (outcome: Remembered): IDataObject =>
	JSON.parse(
		JSON.stringify(
			'reply' in outcome
				? { reply: { ...outcome.reply, rejected: [...outcome.reply.rejected] } }
				: { failure: { message: outcome.failure.message, advice: outcome.failure.advice } },
		),
	) as IDataObject;

function revive(stored: unknown): Remembered | undefined {
	if (typeof stored !== 'object' || stored === null) return undefined;
	const outcome = stored as Remembered;
	if (!('reply' in outcome)) return outcome;
	return { reply: { ...outcome.reply, rejected: new Map(outcome.reply.rejected) } };
}
