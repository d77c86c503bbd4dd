/**
 * npm run test:e2e: packs this package, installs it into a fresh n8n as its own installer does, and
 * runs the tests in test/e2e against it. `--n8n 1.123.81` takes another of the versions in test/n8n,
 * `--n8n older` all but the newest, one after the other; more arguments go to jest.
 */
import path from 'node:path';
import { root } from './cache.mjs';
import { reportCounts } from './check/counts.mjs';
import { moduleOptions, runJest } from './check/jest.mjs';
import { newestN8n, olderN8n } from './n8n.mjs';
import { openPacked } from './open/packed.mjs';
import { runMain } from './process/main.mjs';

/** The n8n versions, and what is left of the arguments. */
function readArguments([...args]) {
	const at = args.indexOf('--n8n');
	const [, version = newestN8n] = at < 0 ? [] : args.splice(at, 2);
	return { versions: version === 'older' ? olderN8n : [version], args };
}

const config = path.join(root, 'test', 'e2e', 'jest.config.mjs');

/** Runs the tests on one version, with an n8n that has nothing but the package. @returns {passed, failed} */
async function testOn(version, args) {
	const n8n = await openPacked({ version });
	const counts = await runJest(['--config', config, ...args], {
		env: {
			...n8n.env,
			NODE_OPTIONS: moduleOptions,
		},
	});
	await n8n.close({ keep: counts.failed > 0 });
	return counts;
}

runMain(async () => {
	const { versions, args } = readArguments(process.argv.slice(2));
	const total = { passed: 0, failed: 0 };
	for (const version of versions) {
		const { passed, failed } = await testOn(version, args).catch((error) => {
			console.error(`\n${error.message}`);
			return { passed: 0, failed: 1 };
		});
		console.log(`\nn8n ${version}: ${passed} passed, ${failed} failed`);
		total.passed += passed;
		total.failed += failed;
	}
	reportCounts(total);
	return total.failed > 0 ? 1 : 0;
});
