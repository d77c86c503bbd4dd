/** npm test: lint, type check, build, then the unit and engine tests. More arguments go to jest. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { own, root } from './cache.mjs';
import { reportCounts } from './check/counts.mjs';
import { ensureInstalled } from './install.mjs';
import { runMain } from './process/main.mjs';
import { npm } from './process/npm.mjs';
import { run } from './process/children.mjs';
import { step } from './process/progress.mjs';

const results = path.join(own, 'jest-results.json');
const shown = { cwd: root, stdio: 'inherit' };
const script = (name) => () => npm(['run', '--silent', name], shown);

function jest() {
	const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	const projects = ['--selectProjects', 'unit', 'engine'];
	const report = ['--json', `--outputFile=${results}`];
	// First what the user gave: --selectProjects would take file names after it for projects.
	return run(process.execPath, [jest, ...process.argv.slice(2), ...projects, ...report], shown);
}

async function readCounts() {
	const text = await readFile(results, 'utf8').catch(() => undefined);
	if (!text) return { passed: 0, failed: 1 };
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(text);
	return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

runMain(async () => {
	await ensureInstalled(root);
	await mkdir(own, { recursive: true });
	await rm(results, { force: true });
	const steps = { Lint: script('lint'), Types: script('typecheck'), Build: script('build') };
	let failure;
	try {
		for (const [name, work] of Object.entries({ ...steps, Tests: jest })) {
			console.log(`\n== ${name} ==`);
			await step(name, work);
		}
	} catch (error) {
		failure = error;
		console.error(`\n${error.message}`);
	}
	const counts = await readCounts();
	reportCounts(counts);
	return failure || counts.failed ? 1 : 0;
});
