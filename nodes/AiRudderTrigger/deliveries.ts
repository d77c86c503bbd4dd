/** A notification that has started the workflow. */
export interface Delivery {
	readonly id: string;
	/** When, in milliseconds since 1970. */
	readonly at: number;
	/** Notifications of one series replace each other: only the latest can be repeated. */
	readonly series?: string;
}

/**
 * How long a delivery is remembered, in milliseconds. The service tries at most 5 times, a minute apart (DOC for
 * the predictive dialler, a GUESS for the others); 30 minutes leave room for a slow one, and let the same words
 * mean something new later in the day.
 */
export const REMEMBERED_FOR = 30 * 60_000;

/** Hexadecimal digits of a delivery id. */
const ID_LENGTH = 32;

/** The latest deliveries, bounded in number and in time. */
export class Deliveries {
	/** Oldest first. */
	private readonly known = new Map<string, Delivery>();

	private readonly latest = new Map<string, Delivery>();

	constructor(private readonly most: number) {}

	get size(): number {
		return this.known.size;
	}

	has(id: string, now: number): boolean {
		const delivery = this.known.get(id);
		return delivery !== undefined && now - delivery.at < REMEMBERED_FOR;
	}

	add(delivery: Delivery): void {
		const { id, at, series } = delivery;
		if (series !== undefined) {
			const before = this.latest.get(series);
			// Read from elsewhere, it may be older than what is known.
			if (before !== undefined && before.at > at) return;
			if (before !== undefined) this.known.delete(before.id);
			this.latest.set(series, delivery);
		}
		this.known.delete(id);
		this.known.set(id, delivery);
		if (this.known.size > this.most) this.dropOldest();
	}

	/** Adds what `write` wrote, maybe in another process. Lines that make no sense are left out. */
	read(text: unknown): void {
		if (typeof text !== 'string') return;
		for (const line of text.split('\n')) {
			if (this.known.has(line.slice(0, ID_LENGTH))) continue;
			const [, id, time, series] =
				/^([\da-f]{32}) ([\da-z]{1,9})(?: ([\da-f]{16}))?$/.exec(line) ?? [];
			if (id !== undefined && time !== undefined) {
				this.add({ id, at: parseInt(time, 36), series });
			}
		}
	}

	/** The latest `most` as text, one a line, with one more at the end. */
	write(next: Delivery, most: number): string {
		return [...this.known.values()]
			.slice(-most)
			.filter(({ id, at, series }) => {
				const replaced = series !== undefined && series === next.series;
				return id !== next.id && !replaced && next.at - at < REMEMBERED_FOR;
			})
			.concat(next)
			.slice(-most)
			.map(({ id, at, series }) => `${id} ${at.toString(36)}${series ? ` ${series}` : ''}`)
			.join('\n');
	}

	private dropOldest(): void {
		const [oldest] = this.known.values();
		if (oldest === undefined) return;
		this.known.delete(oldest.id);
		if (oldest.series !== undefined && this.latest.get(oldest.series) === oldest) {
			this.latest.delete(oldest.series);
		}
	}
}
