import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { borrowers } from '../../rows';
import { keyAndSecret } from '../builders';
import type { Done, Job } from './killedRunner';
import { PLAN_PATH } from '../sandboxed';
import { useWorld } from './world';

const world = useWorld();
const { sandbox, planRequests } = world;

const folder = mkdtempSync(path.join(tmpdir(), 'airudder-killed-'));
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const rows = borrowers(6);
const NEVER = 600_000;
let lists = 0;

const newJob = (node: Job['node'] = {}): Job => ({
	file: path.join(folder, `${++lists}.json`),
	credentials: keyAndSecret(sandbox()),
	rows,
	parameters: { options: { contactsPerPlan: 2 } },
	node,
});

/** Starts n8n's engine in a process of its own. */
function start(job: Job) {
	const runner = path.join(__dirname, 'killedRunner.ts');
	const child = spawn(process.execPath, ['--import', 'tsx', runner, JSON.stringify(job)], {
		cwd: path.resolve(__dirname, '../../..'),
		// As in production, which loads nodes in another way than tests.
		env: { ...process.env, NODE_ENV: 'production', JEST_WORKER_ID: undefined },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const ended = new Promise<{ signal: string | null; output: string }>((resolve) => {
		child.on('close', (_, signal) => resolve({ signal, output }));
	});
	return { kill: () => child.kill('SIGKILL'), ended };
}

async function runToTheEnd(job: Job): Promise<Done> {
	const { output } = await start(job).ended;
	const line = output.split('\n').find((text) => text.startsWith('{"statuses"'));
	if (line === undefined) throw new Error(`The runner ended without a result:\n${output}`);
	return JSON.parse(line) as Done;
}

/** Kills the process when the service has acted on its nth plan, and not answered. */
async function killAt(job: Job, plan: number): Promise<void> {
	sandbox().misbehave({ on: 'plan', kind: 'slow', delayMs: NEVER, skip: plan - 1 });
	const child = start(job);
	let seen = 0;
	world.watch((line) => {
		if (line.includes(PLAN_PATH) && ++seen === plan) child.kill();
	});
	const { signal, output } = await child.ended;
	world.watch(() => undefined);
	expect({ signal, output }).toEqual({ signal: 'SIGKILL', output: '' });
	expect(sandbox().plans).toHaveLength(plan);
}

describe('A process killed between sending and hearing back', () => {
	it.each([1, 2, 3])(
		'at plan %i of 3: the workflow run again in a new process calls nobody twice',
		async (plan) => {
			const job = newJob();
			await killAt(job, plan);
			const { statuses, error } = await runToTheEnd(job);

			expect(error).toBeUndefined();
			expect(statuses).toEqual([1, 2, 3].map((one) => (one <= plan ? 'alreadySent' : 'created')));
			expect(planRequests()).toHaveLength(3);
			expect([...sandbox().calls().values()]).toEqual(Array(6).fill(1));
		},
		60_000,
	);

	it('twice in a row, with Retry On Fail: still nobody is called twice', async () => {
		const job = newJob({ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
		await killAt(job, 1);
		await killAgain(job);
		const { statuses } = await runToTheEnd(job);

		expect(statuses).toEqual(['alreadySent', 'alreadySent', 'created']);
		expect([...sandbox().calls().values()]).toEqual(Array(6).fill(1));
	}, 60_000);
});

/** Kills the second process at the first plan that it sends itself. */
async function killAgain(job: Job): Promise<void> {
	sandbox().misbehave({ on: 'plan', kind: 'slow', delayMs: NEVER });
	const child = start(job);
	world.watch((line) => {
		if (line.includes(PLAN_PATH)) child.kill();
	});
	expect((await child.ended).signal).toBe('SIGKILL');
	world.watch(() => undefined);
}
