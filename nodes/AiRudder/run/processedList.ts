import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { inTurn } from './turns';

/**
 * Entries that n8n keeps for a node of a workflow. They are one list in one database row, so it must not
 * grow without end: these are 280 KB.
 */
const MOST_ENTRIES = 10_000;
const STORE = { mode: 'entries', maxEntries: MOST_ENTRIES } as const;

/**
 * How long, in milliseconds, and how many texts this process remembers and puts back when they vanish, besides
 * those that the last look has not seen yet.
 */
const RECENT = { life: 30_000, most: 1_000 } as const;

/**
 * Milliseconds after which texts are looked for again. The longest is what another process may take to read the
 * list and write it, should it hang meanwhile. The one before it halves how often another process sends what it has
 * just dropped: 29 instead of 57 times in 30,000 simulated, with a tenth more writes.
 */
const PAUSE = { shortest: 20, longer: 700, longest: 2_000 } as const;

/** Looks after which texts that keep vanishing are given up. */
const MOST_LOOKS = 50;

/** n8n's list of processed items, which all executions and processes of n8n share. */
interface ProcessedList {
	/**
	 * Puts texts into the list, and returns once they were still there a moment later. Those that vanish in the two
	 * seconds after that, up to four while others are noted, are put back then, unless n8n fails.
	 *
	 * @returns how many of them were noted before: they were in it, or this process had put them there
	 * @throws what n8n throws where it has no such list
	 */
	claim(texts: readonly string[]): Promise<number>;
	/**
	 * The same without waiting. The next look puts those back too that somebody else had put there.
	 */
	add(texts: readonly string[]): Promise<number>;
	remove(texts: readonly string[]): Promise<void>;
}

/**
 * n8n reads the whole list, changes it and writes it back, and who does the same at that moment undoes
 * it. So within this process only one does it at a time, and what another process may have dropped is put
 * back: texts that are new, and recent ones of this process, are looked for again after a pause.
 *
 * A claim waits for the time that another process may take if its database is as fast as this one just was. Nobody
 * waits for the looks after the longer pauses: 100,000 rows are 20 claims, and would take 40 s more.
 */
export function processedList(node: IExecuteFunctions): ProcessedList {
	const { checkProcessedAndRecord, removeProcessed } = node.helpers;
	const shared = sharedBy(`${node.getWorkflow().id}/${node.getNode().id}`);

	const record = async (textsNow: () => readonly string[], isSure = false) =>
		await inTurn(shared, async () => {
			const texts = textsNow();
			// To write the list without need may undo what another process does to it.
			if (texts.length === 0) return { added: [], known: 0, took: 0 };
			const since = performance.now();
			const answer = await checkProcessedAndRecord([...texts], 'node', STORE);
			const added = answer.new.map(String);
			// What another process dropped a moment ago is no news to the one that put it there.
			const known = texts.length - added.filter((text) => !shared.has(text)).length;
			const took = shared.wrote(since, texts, added);
			// In its turn as well: what is removed in the next one must not be put back.
			if (isSure) shared.keep(texts);
			return { added, known, took };
		});

	const look = async () => {
		// Asked for in its turn: what is removed before that must not be put back.
		await record(() => shared.recentTexts());
	};

	/** Never throws: the texts are in the list. A second claim of the same ones would take them for another's. */
	const stay = async (texts: readonly string[], looks: Looks, pause: number) => {
		for (let number = 0; number < MOST_LOOKS; number += 1) {
			const due = shared.dueIn(texts, pause);
			if (due === 0 || !(await looks.in(due, look))) return;
		}
	};

	const stayLong = async (texts: readonly string[]) => {
		await stay(texts, shared.later, PAUSE.longer);
		await stay(texts, shared.last, PAUSE.longest);
	};

	return {
		async claim(texts) {
			const { added, known, took } = await record(() => texts);
			await stay(added, shared.soon, pauseAfter(took));
			void stayLong(added);
			return known;
		},
		async add(texts) {
			const { known } = await record(() => texts, true);
			void stayLong(texts);
			return known;
		},
		async remove(texts) {
			await inTurn(shared, async () => {
				shared.forget(texts);
				await removeProcessed([...texts], 'node', STORE);
			});
		},
	};
}

/** Longer than another process takes to read the list and write it, as far as can be told from how long it took here. */
const pauseAfter = (took: number) =>
	Math.ceil(Math.min(Math.max(4 * took, PAUSE.shortest), PAUSE.longest));

/** Looks of one kind at a list: one for all that ask for it meanwhile. */
class Looks {
	private next: Promise<boolean> | undefined;

	/** @returns whether n8n let it look */
	async in(milliseconds: number, look: () => Promise<void>): Promise<boolean> {
		// A timer may end a millisecond early.
		this.next ??= sleep(milliseconds + 1)
			.then(look)
			.then(
				() => true,
				() => false,
			)
			.finally(() => (this.next = undefined));
		return await this.next;
	}
}

interface Recent {
	written: number;
	/** How long after that it was last seen in the list. */
	seenFor: number;
	/** When it was last put into the list, or would have been if it had not been there. */
	noted: number;
}

/** What the executions of one node in this process have in common. Times are in milliseconds, of no clock that is set. */
class Shared {
	/** Before anything is done that relies on the list, and twice after it was begun. */
	readonly soon = new Looks();
	readonly later = new Looks();
	readonly last = new Looks();

	/** Texts that this process put into the list. */
	private readonly recent = new Map<string, Recent>();

	recentTexts(): string[] {
		const start = performance.now() - RECENT.life;
		for (const [text, { noted, seenFor }] of this.recent) {
			const isTooMany = this.recent.size > RECENT.most && seenFor >= PAUSE.longest;
			if (noted < start || isTooMany) this.recent.delete(text);
		}
		return [...this.recent.keys()];
	}

	/**
	 * Notes that the list was read at `since` and has these texts by now, of which some were added.
	 *
	 * @returns how long that took
	 */
	wrote(since: number, texts: readonly string[], added: readonly string[]): number {
		const now = performance.now();
		for (const text of texts) {
			const entry = this.recent.get(text);
			if (entry) entry.seenFor = since - entry.written;
		}
		for (const text of added) this.recent.set(text, { written: now, seenFor: 0, noted: now });
		return now - since;
	}

	has(text: string): boolean {
		const entry = this.recent.get(text);
		return entry !== undefined && entry.noted >= performance.now() - RECENT.life;
	}

	keep(texts: readonly string[]): void {
		const now = performance.now();
		for (const text of texts) {
			this.recent.set(text, { written: now, seenFor: 0, ...this.recent.get(text), noted: now });
		}
	}

	forget(texts: readonly string[]): void {
		for (const text of texts) this.recent.delete(text);
	}

	/**
	 * How soon a look tells whether these texts are there so long after they were written, and all other recent
	 * ones too; 0 when it is known.
	 */
	dueIn(texts: readonly string[], pause: number): number {
		const isOpen = (entry?: Recent) => entry !== undefined && entry.seenFor < pause;
		if (!texts.some((text) => isOpen(this.recent.get(text)))) return 0;
		let newest = 0;
		for (const entry of this.recent.values()) {
			if (isOpen(entry)) newest = Math.max(newest, entry.written);
		}
		return Math.max(newest + pause - performance.now(), 1);
	}
}

const nodes = new Map<string, Shared>();

function sharedBy(key: string): Shared {
	const known = nodes.get(key) ?? new Shared();
	nodes.set(key, known);
	return known;
}
