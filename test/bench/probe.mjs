/**
 * Loaded into the n8n that is measured: answers on AIRUDDER_PROBE_PORT with the blocks of the event loop, from
 * and to in milliseconds since 1970, the collections of garbage likewise, and the highest memory, all since the
 * last question. Asked for /collected, it collects all garbage first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { performance, PerformanceObserver } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Shorter blocks, in milliseconds, are not told. */
const SHORTEST = 5;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

let blocks = [];
let turn = Date.now();
setInterval(() => {
	const now = Date.now();
	if (now - turn >= SHORTEST) blocks.push({ from: turn, to: now });
	turn = now;
}, 1).unref();

let collections = [];
new PerformanceObserver((list) => {
	for (const { startTime, duration } of list.getEntries()) {
		const from = performance.timeOrigin + startTime;
		if (duration >= 1) collections.push({ from, to: from + duration });
	}
}).observe({ entryTypes: ['gc'] });

const kilobytes = (name) =>
	Number(
		new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1],
	);

function read() {
	const answer = {
		blocks,
		collections,
		rssMiB: kilobytes('VmRSS') / 1024,
		peakRssMiB: kilobytes('VmHWM') / 1024,
	};
	blocks = [];
	collections = [];
	turn = Date.now();
	// Lets the kernel begin anew with the highest memory.
	writeFileSync('/proc/self/clear_refs', '5');
	return answer;
}

createServer(({ url }, response) => {
	if (url === '/collected') collectGarbage();
	response.end(JSON.stringify(read()));
})
	// The port is taken by n8n itself, whose helper processes load this too.
	.on('error', () => {})
	.listen(Number(process.env.AIRUDDER_PROBE_PORT), '127.0.0.1')
	.unref();
