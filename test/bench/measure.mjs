import { setTimeout as sleep } from 'node:timers/promises';
import { workflowOf } from './variants.mjs';

/** Asks the probe inside n8n, which begins anew with every answer. */
const ask = async (port, path = '') => {
	const answer = await fetch(`http://127.0.0.1:${port}/${path}`, {
		headers: { connection: 'close' },
	});
	return await answer.json();
};

/** All runs of the nodes behind the rows. */
const measuredRuns = (runData) =>
	Object.entries(runData)
		.filter(([name]) => name !== 'Start' && name !== 'Rows')
		.flatMap(([, runs]) => runs);

/** Milliseconds that these runs took together. */
const nodeTime = (runs) => runs.reduce((sum, { executionTime }) => sum + executionTime, 0);

/** How many milliseconds of a span lie within others. */
const within = ({ from, to }, others) =>
	others.reduce(
		(sum, other) => sum + Math.max(0, Math.min(to, other.to) - Math.max(from, other.from)),
		0,
	);

/**
 * The longest part of a block that lies within a run of a node, less what of it went to `apart`.
 *
 * @param blocks of the event loop, from and to in milliseconds since 1970, as `apart`
 */
export const longestBlock = (blocks, runs, apart = []) =>
	longest(
		runs.flatMap(({ startTime, executionTime }) =>
			blocks.map(({ from, to }) => {
				const part = {
					from: Math.max(from, startTime),
					to: Math.min(to, startTime + executionTime),
				};
				return lengthOf(part) - within(part, apart);
			}),
		),
	);

/** A loop has many runs with many blocks each: too many to be the arguments of one call. */
const longest = (lengths) => lengths.reduce((most, length) => Math.max(most, length), 0);

const lengthOf = ({ from, to }) => to - from;

/** @throws Error when a plan was not created: a fast failure is no measurement */
async function checkCreated(sandbox, variant, { count, bad }) {
	const { calls } = await sandbox.state();
	const called = Object.keys(calls).length;
	const wanted = bad ? count - Math.floor(count / 10) : count;
	if (called !== wanted) throw new Error(`${variant.id}: ${called} of ${wanted} would be called`);
}

/** Forgets the run before, and has n8n get the token that the sandbox forgot with it. */
async function beginAnew({ api, sandbox, signIn }) {
	await sandbox.reset();
	await api.runWorkflow(signIn, 'Start');
	// Garbage of the run before is not this one's.
	await sleep(200);
	return (await sandbox.state()).requestCount;
}

/**
 * A way of sending rows, ready to be run in a running n8n.
 *
 * @param bench {api, sandbox, credential, probePort, signIn}: `signIn` is a workflow that sends one contact
 * @param delayMs how long the service takes for each answer
 * @returns a function that runs it once, and gives {nodeMs, wholeMs, requests, peakMiB, blockMs, workMs, anyBlockMs,
 * savedKiB}. `collected`: without the garbage of the run before, for which `peakMiB` is good; all times are longer
 * then, those of n8n's own work too, since Node.js forgets compiled code with it
 */
export async function wayOf(bench, variant, { count, bad, delayMs = 0 }) {
	const { api, sandbox, credential, probePort } = bench;
	const wanted = { url: sandbox.url, count, bad, credential };
	const workflow = await api.putWorkflow(workflowOf(variant, wanted));
	return async (collected) => {
		const requestsBefore = await beginAnew(bench);
		if (delayMs > 0) await sandbox.set({ delayMs });
		const before = await ask(probePort, collected ? 'collected' : '');
		const { status, error, runData, stored } = await api.runWorkflow(workflow, 'Start', {
			timeout: 600_000,
		});
		if (status !== 'success') throw new Error(`${workflow.name}: ${error?.message ?? status}`);
		const after = await ask(probePort);
		const requests = (await sandbox.state()).requestCount - requestsBefore;
		if (variant.sends ?? true) await checkCreated(sandbox, variant, { count, bad });
		const nodeRuns = measuredRuns(runData);
		return {
			nodeMs: nodeTime(nodeRuns),
			wholeMs: stored.milliseconds,
			requests,
			peakMiB: after.peakRssMiB - before.rssMiB,
			blockMs: longestBlock(after.blocks, nodeRuns),
			workMs: longestBlock(after.blocks, nodeRuns, after.collections),
			anyBlockMs: longest(after.blocks.map(lengthOf)),
			savedKiB: stored.length / 1024,
		};
	};
}

/**
 * Runs several ways by turns, forth and back: a machine that grows slower meanwhile is slower for all of them, and
 * none always comes after the one that leaves the most garbage.
 *
 * @param ways functions that run once, and give what was measured
 * @returns for each way {warmUp, timed}: what the first round gave, in which garbage is collected before, and a
 * list of what the others gave
 */
export async function byTurns(ways, rounds) {
	const measured = ways.map(() => []);
	for (let round = 0; round <= rounds; round++) {
		const turns = [...ways.entries()];
		if (round % 2 === 1) turns.reverse();
		for (const [number, way] of turns) measured[number].push(await way(round === 0));
	}
	return measured.map(([warmUp, ...timed]) => ({ warmUp, timed }));
}
