import type { IContextObject, IExecuteFunctions, IExecutePaginationFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Plan } from '../contacts/plans';
import { serviceUrl } from '../transport/baseUrl';
import { CREDENTIAL } from '../transport/request';
import { keptPlans, keptRows } from './keptPlans';
import { processedList } from './processedList';
import type { Sent } from './reports';

/**
 * - `new`: nobody noted the plan before;
 * - `sent`: it was noted before on the same day, with this name;
 * - `sentAs`: the same, with another name, which n8n's list of hashes cannot tell;
 * - `unavailable`: n8n offers no such memory here.
 */
type Claim = 'new' | 'sent' | 'sentAs' | 'unavailable';

/** Keeps people from being called twice, within one execution and from one execution to the next. */
export interface PlanMemory {
	/** Plans that earlier tries of this execution sent: Retry On Fail runs the whole node again. */
	earlier(): Sent[];
	/** A plan with the same contents that this execution sent before. */
	recall(plan: Plan): Sent | undefined;
	/** Keeps in the execution what became of a plan that was sent. */
	remember(plan: Plan, sent: Sent): void;
	/** Notes that the plan is about to be sent on this day, where other executions see it. */
	claim(plan: Plan, day: string): Promise<Claim>;
	/** Notes that the plan was sent: the service created it, or may have. */
	confirm(plan: Plan, day: string): Promise<void>;
	/**
	 * Takes back what `claim` noted, when the service certainly created nothing, unless another execution
	 * confirmed the same plan meanwhile.
	 */
	release(plan: Plan, day: string): Promise<void>;
	/** Takes back that the plan was claimed with this name, and nothing else. */
	releaseName(plan: Plan, day: string): Promise<void>;
	/** How many rows this execution sent, in all runs of the node. */
	sentRows(): number;
	/** Whether a claim found that n8n offers no memory here. */
	readonly missing: boolean;
	/** False where n8n runs the node outside of any execution, so that not even the next call knows of this one. */
	readonly keeps: boolean;
}

/**
 * The memories n8n offers to a node that runs over all items: the execution's own data, which survives
 * its retries, and the list of processed items in the database, which all executions and workers share.
 *
 * That list holds no payload and is not atomic between processes. Two workers at the same instant can both
 * be told that a plan is new; an entry that the later write drops is put back. `confirm` has an entry of its
 * own, so that of two such workers the one that was refused does not release the other's plan.
 */
export function executionMemory(node: IExecuteFunctions): PlanMemory {
	// By rows, not by contents: an expression with the time in it gives other contents in each try.
	const prefix = `${RUN}${node.getWorkflowDataProxy(0).$runIndex} from row `;
	const context = node.getContext('node');
	const kept = keptPlans(context, prefix);
	// What went to the sandbox has not gone to the service. Written in another way it is the same service.
	const service = once(
		async () =>
			await node
				.getCredentials(CREDENTIAL)
				.then(({ baseUrl }) => serviceUrl(baseUrl, '/'))
				.catch(() => ''),
	);
	const entries = async ({ fingerprint, name }: Plan, day: string) => {
		const any = `${await service()} ${day}:${fingerprint}`;
		return { any, named: `${any}:${name}`, confirmed: `${any} was sent` };
	};
	const list = processedList(node);
	const claimed = async (texts: string[]): Promise<Claim> =>
		await list.claim(texts).then(
			(known) => (['new', 'sentAs', 'sent'] as const)[known] ?? 'sent',
			() => 'unavailable',
		);
	let missing = false;
	return {
		earlier: () => kept.all(),
		recall: () => undefined,
		remember: ({ rows }, sent) => kept.keep(String(rows[0]), sent),
		async claim(plan, day) {
			const { any, named } = await entries(plan, day);
			let claim = await claimed([any, named]);
			if (claim === 'unavailable') {
				// Two executions that make the list's very first entry collide, and one is refused.
				await sleep(50);
				claim = await claimed([any, named]);
			}
			missing ||= claim === 'unavailable';
			return claim;
		},
		async confirm(plan, day) {
			await list.add(Object.values(await entries(plan, day))).catch(() => undefined);
		},
		async release(plan, day) {
			const { any, named, confirmed } = await entries(plan, day);
			// Where the list fails, the note stays: rather a plan too few than one too many.
			const known = await list.add([confirmed]).catch(() => 1);
			if (known === 0) await list.remove([any, named, confirmed]).catch(() => undefined);
		},
		async releaseName(plan, day) {
			await list.remove([(await entries(plan, day)).named]).catch(() => undefined);
		},
		sentRows: () => keptRows(context, RUN),
		get missing() {
			return missing;
		},
		keeps: true,
	};
}

/**
 * The memory of the declarative engine, which runs one item at a time and offers no list. There is only
 * row 0, for one agent's call after the other, so plans are told apart by their contents.
 */
export function oneItemMemory(execution: IContextObject | undefined): PlanMemory {
	const context = execution ?? {};
	const kept = keptPlans(context, ONE_ITEM);
	return {
		earlier: () => [],
		recall: ({ fingerprint }) => kept.get(fingerprint),
		remember: ({ fingerprint }, sent) => kept.keep(fingerprint, sent),
		claim: async () => await Promise.resolve('unavailable'),
		confirm: async () => await Promise.resolve(),
		release: async () => await Promise.resolve(),
		releaseName: async () => await Promise.resolve(),
		sentRows: () => keptRows(context, ONE_ITEM),
		missing: true,
		keeps: execution !== undefined,
	};
}

/** What an execution keeps for the node; undefined where there is no execution. */
export function executionContext(
	node: Pick<IExecutePaginationFunctions, 'getContext'>,
): IContextObject | undefined {
	try {
		return node.getContext('node');
	} catch {
		return undefined;
	}
}

/** What the names of kept plans begin with: those of runs over all items, and those of single items. */
const RUN = 'plans of run ';
const ONE_ITEM = 'plan ';

/** A function that does its work the first time alone. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
	let result: Promise<T> | undefined;
	return async () => await (result ??= work());
}
