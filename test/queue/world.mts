import { readFileSync } from 'node:fs';
import path from 'node:path';
import { N8nApi } from '../../scripts/n8n-api.mjs';
import { credentialData } from '../../scripts/open/example.mjs';
import { STRATEGY } from '../engine/builders.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { startSandbox } from '../sandbox/index.ts';
import { Worker } from './worker.mts';

/** What `npm run test:queue` started: all of n8n's queue mode but the workers. */
export interface World {
	version: string;
	/** Has a folder for each process of n8n's, with its log. */
	folder: string;
	/** The packed package. */
	tarball: string;
	/** The main process's address, without a final slash. */
	url: string;
	/** The webhook process's address, without a final slash. */
	webhookUrl: string;
	/** What all processes are started with. */
	settings: Record<string, string>;
	owner: { email: string; password: string };
}

function readWorld(): World {
	const text = process.env.AIRUDDER_QUEUE;
	if (!text)
		throw new Error('These tests need n8n in queue mode: start them with npm run test:queue');
	return JSON.parse(text) as World;
}

export interface Stage {
	world: World;
	api: N8nApi;
	sandbox: Sandbox;
	credential: { id: string; name: string };
	/** Two, each able to run five executions at once. */
	workers: [Worker, Worker];
	/** What all processes have written since the test file began. */
	logs(): string;
}

/** What the processes other than the workers have written. */
const otherLogs = ({ folder }: World) =>
	['main', 'webhook'].map((name) => readFileSync(path.join(folder, name, 'n8n.log'), 'utf8'));

/** A sandbox, a credential for it, and two workers, all of the test file's own. */
export function useStage(name: string): Stage {
	const stage = {} as Stage;
	beforeAll(async () => {
		const world = readWorld();
		const api = new N8nApi(world.url);
		await api.signIn(world.owner);
		const sandbox = await startSandbox({ strategies: [STRATEGY] });
		const data = credentialData(sandbox);
		const credential = await api.putCredential({ name, type: 'aiRudderApi', data });
		const workers: [Worker, Worker] = [
			new Worker(world, 'worker-1'),
			new Worker(world, 'worker-2'),
		];
		const before = otherLogs(world);
		const logs = () =>
			[
				...otherLogs(world).map((log, index) => log.slice(before[index]?.length)),
				...workers.map(({ log }) => log),
			].join('');
		Object.assign(stage, { world, api, sandbox, credential, workers, logs });
		await Promise.all(workers.map(async (worker) => await worker.start()));
	});
	afterAll(async () => {
		await Promise.all(stage.workers.map(async (worker) => await worker.stop()));
		await stage.sandbox.close();
	});
	return stage;
}
