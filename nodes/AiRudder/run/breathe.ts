import { sleep } from 'n8n-workflow';

/** Longest work in one go, in milliseconds. */
const LONGEST_BREATH = 20;

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
