/**
 * npm run bench: measures Create Plan in a real n8n against what people build without it, and writes the
 * table and a chart into test/bench/results. `--engines vm` and `--rows 10000,100000` measure a part of it,
 * and `--small` 100 rows once, to see that it works: these print their table, and write nothing.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chart } from '../test/bench/chart.mjs';
import { limitOf } from '../test/bench/limit.mjs';
import { byTurns, wayOf } from '../test/bench/measure.mjs';
import { median, medians, report } from '../test/bench/report.mjs';
import { atOnce, variants, workflowOf } from '../test/bench/variants.mjs';
import { root } from './cache.mjs';
import { installN8n, installPackage, newestN8n, startN8n } from './n8n.mjs';
import { N8nApi } from './n8n-api.mjs';
import { credentialData } from './open/example.mjs';
import { ownerOf } from './open/owner.mjs';
import { pack } from './open/package.mjs';
import { startSandbox } from './open/sandbox-process.mjs';
import { run } from './process/children.mjs';
import { runMain } from './process/main.mjs';
import { freePort } from './process/ports.mjs';

const folder = path.join(root, 'test', 'bench');

const small = {
	engines: ['vm'],
	runs: 1,
	sizes: [{ count: 100, bad: true }],
	heap: [1_000],
	delays: [50],
	concurrency: [1, 4],
};
const full = {
	engines: ['vm', 'legacy'],
	runs: 5,
	sizes: [
		{ count: 100, bad: false },
		{ count: 1_000, bad: false },
		{ count: 10_000, bad: false },
		{ count: 10_000, bad: true },
		{ count: 100_000, bad: false, runs: 3 },
		{ count: 100_000, bad: true, runs: 3 },
	],
	heap: [10_000, 100_000],
	delays: [50, 500],
	concurrency: [1, 2, 4, 8],
};

/** An n8n with this package and the nodes it is measured against. */
async function prepare(engine, userFolder) {
	const probePort = await freePort();
	const n8n = await startN8n({
		userFolder,
		env: {
			N8N_EXPRESSION_ENGINE: engine,
			NODE_OPTIONS: `--import ${path.join(folder, 'probe.mjs')}`,
			AIRUDDER_PROBE_PORT: String(probePort),
		},
	});
	const sandbox = await startSandbox();
	const api = new N8nApi(n8n.url);
	await api.signIn(await ownerOf(userFolder));
	const { id, name } = await api.putCredential({
		name: 'Bench',
		type: 'aiRudderApi',
		data: credentialData(sandbox),
	});
	const credential = { id, name };
	const one = { url: sandbox.url, count: 1, bad: false, credential };
	const signIn = await api.putWorkflow({ ...workflowOf(variants[0], one), name: 'bench sign in' });
	return { n8n, sandbox, api, credential, probePort, signIn };
}

async function measureSize(bench, engine, size, usualRuns) {
	const measurable = variants.filter(({ most }) => size.count <= most);
	const ways = [];
	for (const variant of measurable) ways.push(await wayOf(bench, variant, size));
	const runs = size.runs ?? usualRuns;
	const [limit, ...measured] = await byTurns([limitOf(bench.sandbox, size), ...ways], runs);
	const results = measurable.map(({ id, title }, number) => {
		const { warmUp, timed } = measured[number];
		return { id, title, ...medians(timed), peakMiB: warmUp.peakMiB };
	});
	const rows = `${size.count} rows${size.bad ? ', 10 % bad' : ''}`;
	for (const { title, nodeMs } of results) {
		console.log(`${engine}  ${rows}  ${title}: ${Math.round(nodeMs)} ms`);
	}
	return { engine, size, limitMs: median(limit.timed), results };
}

/** 20 plans with a service that takes its time. */
async function measureConcurrency(bench, { delays, concurrency: counts, runs }) {
	const measured = [];
	for (const delayMs of delays) {
		const ways = [];
		for (const concurrency of counts) {
			ways.push(await wayOf(bench, atOnce(concurrency), { count: 2_000, bad: false, delayMs }));
		}
		const results = await byTurns(ways, runs);
		for (const [number, concurrency] of counts.entries()) {
			const { nodeMs } = medians(results[number].timed);
			console.log(`${concurrency} at once, answers after ${delayMs} ms: ${Math.round(nodeMs)} ms`);
			measured.push({ delayMs, concurrency, nodeMs });
		}
	}
	return measured;
}

/** Bytes a row, in a process of its own for each count. */
async function measureHeap(node, count) {
	const args = ['--expose-gc', '--import', 'tsx', path.join(folder, 'heap.ts'), String(count)];
	return JSON.parse((await run(node, args, { cwd: root })).trim().split('\n').at(-1));
}

/** Milliseconds in which a new process loads every class of the package, behind n8n-workflow. */
async function measureLoad(node, runs) {
	const times = [];
	for (let time = 0; time < runs; time++) {
		times.push(Number(await run(node, [path.join(folder, 'load.cjs')], { cwd: root })));
	}
	return median(times);
}

async function writeResults(results) {
	const target = path.join(folder, 'results');
	await mkdir(target, { recursive: true });
	await writeFile(path.join(target, 'results.md'), report(results));
	const { results: bars } = results.sections.find(
		({ engine, size }) => engine === 'vm' && size.count === 10_000 && !size.bad,
	);
	const sending = bars.filter(({ requests }) => requests > 0);
	const title = '10,000 rows to AI Rudder: time in milliseconds (logarithmic)';
	await writeFile(
		path.join(target, 'results.svg'),
		chart(
			title,
			sending.map(({ id, title: label, nodeMs: value }) => ({
				label,
				value,
				ours: ['automatic', 'below', 'expression'].includes(id),
			})),
		),
	);
	console.log(`\nWritten to ${path.relative(process.cwd(), target)}`);
}

const { values } = parseArgs({
	options: {
		small: { type: 'boolean', default: false },
		engines: { type: 'string' },
		rows: { type: 'string' },
	},
});

/** What is measured, as the arguments say. */
function chosen() {
	const { engines, sizes, ...more } = values.small ? small : full;
	const rows = values.rows?.split(',').map(Number);
	return {
		...more,
		engines: values.engines?.split(',') ?? engines,
		sizes: rows ? sizes.filter(({ count }) => rows.includes(count)) : sizes,
	};
}

runMain(async () => {
	const wanted = chosen();
	const { engines, runs, sizes, heap: counts } = wanted;
	const userFolder = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-airudder-'));
	const [tarball, { node }] = await Promise.all([
		pack(path.join(userFolder, 'package')),
		installN8n(),
	]);
	const load = await measureLoad(node, runs);
	const heap = [];
	for (const count of counts) heap.push(await measureHeap(node, count));
	await installPackage(tarball, userFolder);
	await cp(
		path.join(folder, 'nodes'),
		path.join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-airudder-bench'),
		{ recursive: true },
	);
	const sections = [];
	let concurrency = [];
	for (const engine of engines) {
		const bench = await prepare(engine, userFolder);
		for (const size of sizes) sections.push(await measureSize(bench, engine, size, runs));
		if (engine === engines[0]) concurrency = await measureConcurrency(bench, wanted);
		await bench.n8n.stop();
		await bench.sandbox.stop();
	}
	const version = (await run(node, ['--version'])).trim().slice(1);
	const results = { n8n: newestN8n, node: version, runs, load, heap, sections, concurrency };
	if (Object.values(values).some(Boolean)) console.log(`\n${report(results)}`);
	else await writeResults(results);
	await rm(userFolder, { recursive: true, force: true });
	return 0;
});
