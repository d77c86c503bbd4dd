import type { Delivery } from './deliveries';
import { Deliveries } from './deliveries';

/** What one trigger node has started from, in this process. */
interface NodeMemory {
	readonly started: Deliveries;
	/** Deliveries that n8n is just starting the workflow for, each until that has gone well or not. */
	readonly starting: Map<string, Promise<void>>;
}

/** Kept of each node in this process, and of them in n8n's static data, which is saved with every start. */
const MOST_HERE = 10_000;
const MOST_STORED = 1_000;
const MOST_NODES = 200;

const nodes = new Map<string, NodeMemory>();

function memoryOf(node: string): NodeMemory {
	const memory = nodes.get(node) ?? { started: new Deliveries(MOST_HERE), starting: new Map() };
	nodes.delete(node);
	nodes.set(node, memory);
	const [oldest] = nodes.keys();
	if (nodes.size > MOST_NODES && oldest !== undefined) nodes.delete(oldest);
	return memory;
}

/**
 * Claims a delivery for one start of the workflow.
 *
 * Two memories together: this process knows at once and for certain; n8n's static data outlives the process and
 * reaches others, but each save overwrites the last one, so what is written here holds everything this process
 * knows and repairs what another save lost.
 *
 * A delivery counts only once n8n has started the workflow. Until then the same delivery waits, and takes over
 * when the start fails: otherwise a repeat could be turned away although nothing had started.
 *
 * @param node names the trigger node in this n8n
 * @param stored what was last returned for the node, if n8n still has it
 * @param outcome whether n8n started the workflow. Must settle
 * @returns the text to store, or undefined when the delivery is a repeat
 */
export async function claim(
	node: string,
	stored: unknown,
	delivery: Delivery,
	outcome: Promise<boolean>,
): Promise<string | undefined> {
	const { started, starting } = memoryOf(node);
	started.read(stored);
	for (;;) {
		if (started.has(delivery.id, delivery.at)) return undefined;
		const other = starting.get(delivery.id);
		if (other === undefined) break;
		await other;
	}
	const settled = outcome.then((went) => {
		starting.delete(delivery.id);
		if (went) started.add(delivery);
	});
	starting.set(delivery.id, settled);
	return started.write(delivery, MOST_STORED);
}
