import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { inTurn } from './turns';

/**
 * Entries that n8n keeps for a node of a workflow. They are one list in one database row, so it must not
 * grow without end: these are 280 KB.
 */
const MOST_ENTRIES = 10_000;
const STORE = { mode: 'entries', maxEntries: MOST_ENTRIES } as const;

/** How long, in milliseconds, and how many texts this process puts back when they vanish. */
const RECENT = { life: 30_000, most: 1_000 } as const;

/** Looks after which texts that keep vanishing are given up. */
const MOST_LOOKS = 50;

/** n8n's list of processed items, which all executions and processes of n8n share. */
interface ProcessedList {
	/**
	 * Puts texts into the list, and returns once they were seen to stay there.
	 *
	 * @returns how many of them were in it before
	 * @throws what n8n throws where it has no such list
	 */
	claim(texts: readonly string[]): Promise<number>;
	/**
	 * The same without waiting. Should they vanish, the next look puts them back, those too that somebody else
	 * had put there.
	 */
	add(texts: readonly string[]): Promise<number>;
	remove(texts: readonly string[]): Promise<void>;
}

/**
 * n8n reads the whole list, changes it and writes it back, and who does the same at that moment undoes
 * it. So within this process only one does it at a time, and what another process may have dropped is put
 * back: after a pause, texts that are new, and recent ones of this process, are looked for again.
 */
export function processedList(node: IExecuteFunctions): ProcessedList {
	const { checkProcessedAndRecord, removeProcessed } = node.helpers;
	const shared = sharedBy(`${node.getWorkflow().id}/${node.getNode().id}`);

	const record = async (textsNow: () => readonly string[]) =>
		await inTurn(shared, async () => {
			const texts = textsNow();
			const since = Date.now();
			const { new: added } = await checkProcessedAndRecord([...texts], 'node', STORE);
			shared.took(since, texts, added.map(String));
			return added.map(String);
		});

	const look = async () =>
		await shared.soon(async () => {
			// Asked for in its turn: what is removed before that must not be put back.
			await record(() => shared.recentTexts());
		});

	return {
		async claim(texts) {
			const added = await record(() => texts);
			for (let looks = 0; looks < MOST_LOOKS && shared.mayVanish(added); looks += 1) {
				// The texts are in the list. A second claim of the same ones would take them for another's.
				const failed = await look().then(
					() => false,
					() => true,
				);
				if (failed) break;
			}
			return texts.length - added.length;
		},
		async add(texts) {
			const added = await record(() => texts);
			shared.keep(texts);
			return texts.length - added.length;
		},
		async remove(texts) {
			await inTurn(shared, async () => {
				shared.forget(texts);
				await removeProcessed([...texts], 'node', STORE);
			});
		},
	};
}

/** What the executions of one node in this process have in common. */
class Shared {
	private nextLook: Promise<void> | undefined;

	/** Texts that this process put into the list → when, and whether they were seen to stay. */
	private readonly recent = new Map<string, { written: number; stays: boolean }>();

	/** The longest that reading and writing the list took lately. */
	private slowest = 0;

	/** Runs `work` after a pause, once for all that ask meanwhile. */
	async soon(work: () => Promise<void>): Promise<void> {
		this.nextLook ??= sleep(this.pause)
			.then(work)
			.finally(() => (this.nextLook = undefined));
		await this.nextLook;
	}

	/** Longer than another process takes to read the list and to write it, as far as can be told here. */
	private get pause(): number {
		return Math.min(Math.max(4 * this.slowest, 20), 2_000);
	}

	recentTexts(): string[] {
		const start = Date.now() - RECENT.life;
		for (const [text, { written }] of this.recent) {
			if (written < start || this.recent.size > RECENT.most) this.recent.delete(text);
		}
		return [...this.recent.keys()];
	}

	/** Notes that the list was read at `since` and has these texts by now, of which some were added. */
	took(since: number, texts: readonly string[], added: readonly string[]): void {
		const now = Date.now();
		this.slowest = Math.max(now - since, 0.9 * this.slowest);
		for (const text of texts) {
			const entry = this.recent.get(text);
			if (entry) entry.stays ||= since - entry.written >= this.pause;
		}
		for (const text of added) this.recent.set(text, { written: now, stays: false });
	}

	keep(texts: readonly string[]): void {
		for (const text of texts) this.recent.set(text, { written: Date.now(), stays: false });
	}

	mayVanish(texts: readonly string[]): boolean {
		return texts.some((text) => this.recent.get(text)?.stays === false);
	}

	forget(texts: readonly string[]): void {
		for (const text of texts) this.recent.delete(text);
	}
}

const nodes = new Map<string, Shared>();

function sharedBy(key: string): Shared {
	const known = nodes.get(key) ?? new Shared();
	nodes.set(key, known);
	return known;
}
