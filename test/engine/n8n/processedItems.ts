import { createHash } from 'node:crypto';
import { DataDeduplicationService } from 'n8n-core';
import type {
	DeduplicationItemTypes,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	IDeduplicationOutput,
} from 'n8n-workflow';

/** Records texts, or does what a test wants instead. */
type Recording = (record: () => Promise<IDeduplicationOutput>) => Promise<IDeduplicationOutput>;

export const asItIs: Recording = async (record) => await record();

/**
 * n8n's list of processed items as its command-line package keeps it, without the database: one list of
 * hashes a workflow and node, read whole, changed and written back.
 */
class ProcessedItems implements IDataDeduplicator {
	private readonly lists = new Map<string, string[]>();

	/** What becomes of what the workflow records; one that ran before may still look at its own list. */
	recording: Recording = asItIs;

	/** Set while n8n has no such list, as in a workflow that was never saved. */
	unavailable = false;

	/** The workflow that runs. n8n never forgets what a workflow did, so a fresh start is another one. */
	workflowId = 'w1';

	clear(): void {
		this.lists.clear();
		this.unavailable = false;
		this.recording = asItIs;
		this.workflowId = `w${Number(this.workflowId.slice(1)) + 1}`;
	}

	/** Empties the lists, as another process does that writes what it read before. */
	drop(): void {
		this.lists.clear();
	}

	/** How many entries the lists of the workflow hold. Those of one that ran before may still be looked at. */
	get size(): number {
		return [...this.lists]
			.filter(([key]) => key.startsWith(`${this.workflowId}/`))
			.reduce((sum, [, list]) => sum + list.length, 0);
	}

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		_scope: string,
		context: ICheckProcessedContextData,
		options: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		const record = async () => await this.record(items, context, options);
		if (context.workflow.id !== this.workflowId) return await record();
		return await this.recording(record);
	}

	private async record(
		items: DeduplicationItemTypes[],
		context: ICheckProcessedContextData,
		{ maxEntries }: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		const list = await this.read(context);
		const known = new Set(list);
		const output: IDeduplicationOutput = { new: [], processed: [] };
		for (const item of items) {
			const isKnown = known.has(hash(item));
			(isKnown ? output.processed : output.new).push(item);
			if (!isKnown) list.push(hash(item));
		}
		await this.write(context, maxEntries ? list.slice(-maxEntries) : list);
		return output;
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		_scope: string,
		context: ICheckProcessedContextData,
	): Promise<void> {
		const gone = new Set(items.map(hash));
		const list = await this.read(context);
		await this.write(
			context,
			list.filter((entry) => !gone.has(entry)),
		);
	}

	async checkProcessedItemsAndRecord(): Promise<never> {
		throw new Error('The node does not use this');
	}

	async clearAllProcessedItems(): Promise<never> {
		throw new Error('The node does not use this');
	}

	async getProcessedDataCount(): Promise<never> {
		throw new Error('The node does not use this');
	}

	/** A turn of the event loop, as a database takes, so that the list is no more atomic than n8n's. */
	private async read(context: ICheckProcessedContextData): Promise<string[]> {
		await new Promise((resolve) => setImmediate(resolve));
		if (this.unavailable) throw new Error('No processed data here');
		return [...(this.lists.get(keyOf(context)) ?? [])];
	}

	private async write(context: ICheckProcessedContextData, list: string[]): Promise<void> {
		await new Promise((resolve) => setImmediate(resolve));
		this.lists.set(keyOf(context), list);
	}
}

const keyOf = ({ workflow, node }: ICheckProcessedContextData) => `${workflow.id}/${node?.id}`;

const hash = (item: DeduplicationItemTypes) =>
	createHash('md5').update(String(item)).digest('base64');

export const processedItems = new ProcessedItems();

let started = false;

/** n8n takes one such service a process, and no second one. */
export async function startProcessedItems(): Promise<void> {
	if (started) return;
	started = true;
	await DataDeduplicationService.init(processedItems);
}
