import type { IContextObject, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Plan, PlanSettings } from '../contacts/plans';
import { ServiceFailure } from '../transport/failure';
import type { PlanReply } from './planRequest';
import { processedList } from './processedList';
import type { Sent } from './reports';

/**
 * - `new`: nobody noted the plan before;
 * - `sent`: it was noted before on the same day, with this name;
 * - `sentAs`: the same, with another name, which n8n's list of hashes cannot tell;
 * - `unavailable`: n8n offers no such memory here.
 */
export type Claim = 'new' | 'sent' | 'sentAs' | 'unavailable';

/** Keeps people from being called twice, within one execution and from one execution to the next. */
export interface PlanMemory {
	/** Plans that earlier tries of this execution sent: Retry On Fail runs the whole node again. */
	earlier(): Sent[];
	/** A plan with the same contents that this execution sent before. */
	recall(plan: Plan): Sent | undefined;
	/** Keeps in the execution what became of a plan that was sent. */
	remember(plan: Plan, sent: Sent): void;
	/**
	 * Notes that the plan is sent on this day, where other executions see it. Done before sending, and
	 * again afterwards.
	 */
	claim(plan: Plan, day: string): Promise<Claim>;
	/**
	 * Takes the note back, when the service certainly created nothing; with `nameOnly` only that the
	 * plan was sent with this name.
	 */
	release(plan: Plan, day: string, nameOnly?: boolean): Promise<void>;
	/** Whether a claim found that n8n offers no memory here. */
	readonly missing: boolean;
}

/**
 * The memories n8n offers to a node that runs over all items: the execution's own data, which survives
 * its retries, and the list of processed items in the database, which all executions and workers share.
 *
 * That list holds no payload and is not atomic between processes. Two workers at the same instant can both
 * be told that a plan is new; an entry that the later write drops is put back.
 */
export function executionMemory(node: IExecuteFunctions): PlanMemory {
	// By rows, not by contents: an expression with the time in it gives other contents in each try.
	const prefix = `plans of run ${node.getWorkflowDataProxy(0).$runIndex} from row `;
	const kept = keptPlans(node.getContext('node'), prefix);
	const entries = ({ fingerprint, name }: Plan, day: string) => [
		`${day}:${fingerprint}`,
		`${day}:${fingerprint}:${name}`,
	];
	const list = processedList(node);
	const record = async (texts: string[]): Promise<Claim> =>
		await list.record(texts).then(
			(known) => (['new', 'sentAs', 'sent'] as const)[known] ?? 'sent',
			() => 'unavailable',
		);
	let missing = false;
	return {
		earlier: () => kept.all(),
		recall: () => undefined,
		remember: ({ rows }, sent) => kept.keep(String(rows[0]), sent),
		async claim(plan, day) {
			const texts = entries(plan, day);
			let claimed = await record(texts);
			if (claimed === 'unavailable') {
				// Two executions that make the list's very first entry collide, and one is refused.
				await sleep(50);
				claimed = await record(texts);
			}
			missing ||= claimed === 'unavailable';
			return claimed;
		},
		release: async (plan, day, nameOnly = false) =>
			await list.remove(entries(plan, day).slice(nameOnly ? 1 : 0)).catch(() => undefined),
		get missing() {
			return missing;
		},
	};
}

/**
 * The memory of the declarative engine, which runs one item at a time and offers no list. There is only
 * row 0, for one agent's call after the other, so plans are told apart by their contents.
 */
export function oneItemMemory(context: IContextObject): PlanMemory {
	const kept = keptPlans(context, 'plan ');
	return {
		earlier: () => [],
		recall: ({ fingerprint }) => kept.get(fingerprint),
		remember: ({ fingerprint }, sent) => kept.keep(fingerprint, sent),
		claim: async () => await Promise.resolve('unavailable'),
		release: async () => await Promise.resolve(),
		missing: true,
	};
}

/** What stands in the execution's data: plain JSON, since that is how it is saved. */
interface Kept {
	name: string;
	fingerprint: string;
	settings: PlanSettings;
	rows: number[];
	reply?: Omit<PlanReply, 'rejected'> & { rejected: Array<[number, PlanReplyProblems]> };
	failure?: { message: string; advice: string };
}

type PlanReplyProblems = PlanReply['rejected'] extends Map<number, infer P> ? P : never;

function keptPlans(context: IContextObject, prefix: string) {
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
