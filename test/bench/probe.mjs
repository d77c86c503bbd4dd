/**
 * Loaded into the n8n that is measured: answers on AIRUDDER_PROBE_PORT with the longest block of the event
 * loop and the highest memory since the last question.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 2 });
delay.enable();

const kilobytes = (name) =>
	Number(
		new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1],
	);

function read() {
	const answer = {
		longestBlockMs: delay.max / 1e6,
		rssMiB: kilobytes('VmRSS') / 1024,
		peakRssMiB: kilobytes('VmHWM') / 1024,
	};
	delay.reset();
	// Lets the kernel begin anew with the highest memory.
	writeFileSync('/proc/self/clear_refs', '5');
	return answer;
}

createServer((_, response) => response.end(JSON.stringify(read())))
	// The port is taken by n8n itself, whose helper processes load this too.
	.on('error', () => {})
	.listen(Number(process.env.AIRUDDER_PROBE_PORT), '127.0.0.1')
	.unref();
