/** Number → how often it would have been called: once for every time it stands in something that was created. */
export class Calls extends Map<string, number> {
	count(number: string): void {
		this.set(number, (this.get(number) ?? 0) + 1);
	}

	/** The highest of the counts, 0 when nobody would have been called. */
	most(): number {
		let most = 0;
		for (const times of this.values()) most = Math.max(most, times);
		return most;
	}
}
