/**
 * npm run test:queue: this package in n8n's queue mode. Starts PostgreSQL, Redis, n8n's main process and
 * one for webhooks, all on loopback and with the packed package installed, and runs the tests in
 * test/queue, which start and end workers. Arguments go to jest.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './cache.mjs';
import { reportCounts } from './check/counts.mjs';
import { moduleOptions, runJest } from './check/jest.mjs';
import { installN8n, newestN8n } from './n8n.mjs';
import { ownerOf } from './open/owner.mjs';
import { pack } from './open/package.mjs';
import { stopAll } from './process/children.mjs';
import { runMain } from './process/main.mjs';
import { step } from './process/progress.mjs';
import { startStack } from './queue/stack.mjs';

const config = path.join(root, 'test', 'queue', 'jest.config.mjs');

runMain(async () => {
	const version = newestN8n;
	const folder = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-airudder-queue-'));
	const [tarball] = await Promise.all([
		pack(path.join(folder, 'package')),
		installN8n({ version }),
	]);
	const stack = await startStack({ folder, tarball, version });
	const world = { ...stack, version, folder, tarball, owner: await ownerOf(folder) };
	const counts = await runJest(['--config', config, ...process.argv.slice(2)], {
		env: { AIRUDDER_QUEUE: JSON.stringify(world), NODE_OPTIONS: moduleOptions },
	});
	await step('Stopping n8n, Redis and PostgreSQL', stopAll);
	if (counts.failed === 0) await rm(folder, { recursive: true, force: true });
	else console.log(`\nThe logs of all processes are kept in ${folder}`);
	reportCounts(counts);
	return counts.failed > 0 ? 1 : 0;
});
