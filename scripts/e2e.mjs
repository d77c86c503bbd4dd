/**
 * npm run test:e2e: packs this package, installs it into a fresh n8n as its own installer does, and
 * runs the tests in test/e2e against it. `--n8n 1.123.81` takes another version, `--n8n latest` the one
 * that npm has newest, `--n8n older` those in test/n8n but the newest, one after the other; more
 * arguments go to jest.
 */
import { reportCounts } from './check/counts.mjs';
import { testOn } from './check/e2e.mjs';
import { newestN8n, olderN8n, publishedN8n } from './n8n.mjs';
import { runMain } from './process/main.mjs';

/** The n8n versions, and what is left of the arguments. */
async function readArguments([...args]) {
	const at = args.indexOf('--n8n');
	const [, version = newestN8n] = at < 0 ? [] : args.splice(at, 2);
	if (version === 'older') return { versions: olderN8n, args };
	const isNumber = /^\d+\.\d+\.\d+/.test(version);
	return { versions: [isNumber ? version : (await publishedN8n(version)).version], args };
}

runMain(async () => {
	const { versions, args } = await readArguments(process.argv.slice(2));
	const total = { passed: 0, failed: 0 };
	for (const version of versions) {
		const { passed, failed } = await testOn(version, args);
		total.passed += passed;
		total.failed += failed;
	}
	reportCounts(total);
	return total.failed > 0 ? 1 : 0;
});
