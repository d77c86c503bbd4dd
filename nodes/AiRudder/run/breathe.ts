import { sleep } from 'n8n-workflow';

/**
 * Longest work in one go, in milliseconds. n8n's own preparation and collecting garbage come on top: with
 * 100,000 rows n8n stands still for 38 to 42 ms, with a real expression 52 to 75. With 20 here it was 51 to 60,
 * and 63 to 81; the times of whole runs differ no more than they do from run to run.
 */
const LONGEST_BREATH = 8;

/**
 * A function to await inside a long loop: it lets the event loop turn when the work since its last turn
 * has taken long enough. A worker of n8n's queue mode that does not turn for 60 s loses its job.
 */
export function breather(): () => Promise<void> {
	let since = Date.now();
	return async () => {
		if (Date.now() - since < LONGEST_BREATH) return;
		await sleep(0);
		since = Date.now();
	};
}

/** Like `map`, with a turn of the event loop now and then. */
export async function mapBreathing<T, U>(all: Iterable<T>, change: (one: T) => U): Promise<U[]> {
	const breathe = breather();
	const changed: U[] = [];
	for (const one of all) {
		changed.push(change(one));
		await breathe();
	}
	return changed;
}
