import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until `isTrue()` gives something true.
 *
 * @param timeout in milliseconds
 * @param child a program without which it will never be true
 * @param explain more to say when it does not come true
 * @returns what it gave
 * @throws Error that says what was waited for
 */
export async function waitUntil(
	what,
	isTrue,
	{ timeout = 60_000, child = undefined, explain = () => '' } = {},
) {
	for (const since = Date.now(); ; await sleep(100)) {
		const result = await isTrue();
		if (result) return result;
		const code = child && (child.exitCode ?? child.signalCode);
		if (code !== null && code !== undefined) {
			throw new Error(`Waiting until ${what}: the program ended with ${code}\n${explain()}`);
		}
		if (Date.now() - since > timeout) {
			throw new Error(`Not so after ${timeout / 1000} s: ${what}\n${explain()}`);
		}
	}
}
