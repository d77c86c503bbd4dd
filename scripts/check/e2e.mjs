import path from 'node:path';
import { root } from '../cache.mjs';
import { openPacked } from '../open/packed.mjs';
import { moduleOptions, runJest } from './jest.mjs';

const config = path.join(root, 'test', 'e2e', 'jest.config.mjs');

async function runTests(version, args) {
	const n8n = await openPacked({ version });
	const env = { ...n8n.env, NODE_OPTIONS: moduleOptions };
	const counts = await runJest(['--config', config, ...args], { env });
	await n8n.close({ keep: counts.failed > 0 });
	return counts;
}

/**
 * Runs the tests in test/e2e on one version of n8n that has nothing but this package.
 *
 * @param args for jest
 * @returns {passed, failed}; an n8n that does not install or start is one failure
 */
export async function testOn(version, args) {
	const counts = await runTests(version, args).catch((error) => {
		console.error(`\n${error.message}`);
		return { passed: 0, failed: 1 };
	});
	console.log(`\nn8n ${version}: ${counts.passed} passed, ${counts.failed} failed`);
	return counts;
}
