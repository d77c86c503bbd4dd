import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { own, root } from '../cache.mjs';
import { start } from '../process/children.mjs';
import { once } from 'node:events';

const program = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');

/** For Node.js, when tests import the scripts here, which are ECMAScript modules. */
export const moduleOptions = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

async function readCounts(file) {
	const text = await readFile(file, 'utf8').catch(() => undefined);
	if (!text) return { passed: 0, failed: 1 };
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(text);
	return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

/**
 * Runs jest and shows its output.
 *
 * @param args for jest
 * @param env more environment variables
 * @returns {passed, failed}; a test file that did not load, and a jest that ended without a report, are
 * failures
 */
export async function runJest(args, { env } = {}) {
	await mkdir(own, { recursive: true });
	const folder = await mkdtemp(path.join(own, 'jest-'));
	const results = path.join(folder, 'results.json');
	const jest = start(process.execPath, [program, ...args, '--json', `--outputFile=${results}`], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, ...env },
	});
	const [code] = await once(jest, 'close');
	const counts = await readCounts(results);
	await rm(folder, { recursive: true, force: true });
	// A failure that is no test's: a coverage limit, a set-up that threw.
	return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
