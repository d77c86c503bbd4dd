/** The beginning and the end of every script here. */
import { killAll, stopAll } from './children.mjs';

let ending;

/** Whether this program is stopping what it has started. */
export const isEnding = () => ending !== undefined;

/** Stops everything that was started, then ends this program with `code`. */
export function end(code) {
	ending ??= (async () => {
		await stopAll();
		process.exit(code);
	})();
	return ending;
}

/** Calls `orphaned` when npm, or the shell that npm runs this in, is gone without passing a signal on. */
function watchNpm(orphaned) {
	if (!process.env.npm_execpath) return;
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && orphaned(), 1_000).unref();
}

/**
 * Runs `main` and ends well on errors and signals. `main` returns the exit code, or undefined to stay
 * open until Ctrl-C, which then is the normal end. A second Ctrl-C ends everything by force.
 */
export function runMain(main) {
	let open = false;
	for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
		process.on(signal, () => {
			if (ending) process.exit(128 + number);
			console.log('\nStopping …');
			end(open ? 0 : 128 + number);
		});
	}
	process.on('exit', killAll);
	watchNpm(() => end(143));
	main().then(
		(code) => (code === undefined ? (open = true) : end(code)),
		(error) => {
			if (!ending) console.error(`\n${error.message}`);
			return end(1);
		},
	);
}
