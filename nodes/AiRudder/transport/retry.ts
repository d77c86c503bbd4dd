import { sleep } from 'n8n-workflow';
import { ServiceFailure } from './failure';

/** How often and how patiently a request is repeated. Milliseconds; the wait doubles with each try. */
export const PATIENCE = { tries: 4, firstWait: 500, longestWait: 10_000 };

/**
 * Repeats a request that failed in a passing way, with exponential backoff and jitter, or after the time
 * the service asked for.
 *
 * @param mayRepeat whether repeating is harmless: for a read always; for a create only when the service
 *   certainly did nothing
 * @param cancelled asked before each wait's end; true ends the repeating
 */
export async function withRetries<T>(
	attempt: () => Promise<T>,
	mayRepeat: (failure: ServiceFailure) => boolean,
	cancelled: () => boolean = () => false,
): Promise<T> {
	for (let tries = 1; ; tries++) {
		const outcome = await attempt().then(
			(value) => ({ value }),
			(error: unknown) => ({ error }),
		);
		if ('value' in outcome) return outcome.value;
		const { error } = outcome;
		const passing = error instanceof ServiceFailure && error.passing && mayRepeat(error);
		if (!passing || tries >= PATIENCE.tries) throw error;
		await pause(error.retryAfter ?? backoff(tries), cancelled);
		if (cancelled()) throw error;
	}
}

const backoff = (tries: number) =>
	Math.min(PATIENCE.firstWait * 2 ** (tries - 1), PATIENCE.longestWait) * (0.5 + Math.random() / 2);

/** Waits in slices, so that a stopped execution does not wait on. */
async function pause(milliseconds: number, cancelled: () => boolean): Promise<void> {
	const end = Date.now() + milliseconds;
	while (!cancelled()) {
		const left = end - Date.now();
		if (left <= 0) return;
		await sleep(Math.min(left, 500));
	}
}
