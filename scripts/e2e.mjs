/**
 * npm run test:e2e: packs this package, installs it into a fresh n8n as its own installer does, and
 * runs the tests in test/e2e against it. `--n8n 1.123.81` takes another of the versions in test/n8n;
 * more arguments go to jest.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './cache.mjs';
import { reportCounts } from './check/counts.mjs';
import { moduleOptions, runJest } from './check/jest.mjs';
import { installN8n, installPackage, newestN8n, startN8n } from './n8n.mjs';
import { ownerOf } from './open/owner.mjs';
import { pack } from './open/package.mjs';
import { runMain } from './process/main.mjs';

/** The n8n version, and what is left of the arguments. */
function readArguments([...args]) {
	const at = args.indexOf('--n8n');
	const [, version] = at < 0 ? [] : args.splice(at, 2);
	return { version: version ?? newestN8n, args };
}

const config = path.join(root, 'test', 'e2e', 'jest.config.mjs');

runMain(async () => {
	const { version, args } = readArguments(process.argv.slice(2));
	const userFolder = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-airudder-'));
	const [tarball] = await Promise.all([
		pack(path.join(userFolder, 'package')),
		installN8n({ version }),
	]);
	await installPackage(tarball, userFolder);
	const n8n = await startN8n({ userFolder, version });
	const world = { version, tarball, userFolder, url: n8n.url, owner: await ownerOf(userFolder) };
	const counts = await runJest(['--config', config, ...args], {
		env: {
			AIRUDDER_E2E: JSON.stringify(world),
			NODE_OPTIONS: moduleOptions,
		},
	});
	await n8n.stop();
	if (counts.failed === 0) await rm(userFolder, { recursive: true, force: true });
	else console.log(`\nn8n's data and log are kept in ${userFolder}`);
	reportCounts(counts);
	return counts.failed > 0 ? 1 : 0;
});
