/** npm test: lint, type check, build, then the unit and engine tests. More arguments go to jest. */
import { root } from './cache.mjs';
import { reportCounts } from './check/counts.mjs';
import { runJest } from './check/jest.mjs';
import { ensureInstalled } from './install.mjs';
import { runMain } from './process/main.mjs';
import { npm } from './process/npm.mjs';
import { step } from './process/progress.mjs';

const script = (name) => npm(['run', '--silent', name], { cwd: root, stdio: 'inherit' });
// First what the user gave: --selectProjects would take file names after it for projects.
const tests = () => runJest([...process.argv.slice(2), '--selectProjects', 'unit', 'engine']);

async function shown(title, work) {
	console.log(`\n== ${title} ==`);
	return await step(title, work);
}

runMain(async () => {
	await ensureInstalled(root);
	let counts = { passed: 0, failed: 1 };
	try {
		await shown('Lint', () => script('lint'));
		await shown('Types', () => script('typecheck'));
		await shown('Build', () => script('build'));
		counts = await shown('Tests', tests);
	} catch (error) {
		console.error(`\n${error.message}`);
	}
	reportCounts(counts);
	return counts.failed > 0 ? 1 : 0;
});
