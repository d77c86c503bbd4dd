import { sleep } from 'n8n-workflow';

/**
 * Longest work in one go, in milliseconds. Collecting garbage comes on top: 20 to 50 ms at a time with 100,000 rows,
 * when Node.js first moves the rows that n8n has just made. With 20 here, n8n stood still for 10 to 20 ms longer;
 * the times of whole runs differ no more than they do from run to run.
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
