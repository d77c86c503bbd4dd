/**
 * npm run test:e2e: packs this package, installs it into a fresh n8n as its own installer does, and
 * runs the tests in test/e2e against it. `--n8n 1.123.81` takes another of the versions in test/n8n;
 * more arguments go to jest.
 */
import path from 'node:path';
import { root } from './cache.mjs';
import { reportCounts } from './check/counts.mjs';
import { runJest } from './check/jest.mjs';
import { newestN8n } from './n8n.mjs';
import { openPacked } from './open/packed.mjs';
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
	const n8n = await openPacked({ version });
	const counts = await runJest(['--config', config, ...args], {
		env: {
			...n8n.env,
			// The tests import the scripts here, which are ECMAScript modules.
			NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
		},
	});
	await n8n.close({ keep: counts.failed > 0 });
	reportCounts(counts);
	return counts.failed > 0 ? 1 : 0;
});
