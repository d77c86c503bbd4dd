/**
 * npm run test:newest: the tests in test/e2e on the newest n8n that is pinned, then on the newest one
 * that npm has, and which of the two parties broke something. Arguments go to jest.
 */
import { reportCounts } from './check/counts.mjs';
import { testOn } from './check/e2e.mjs';
import { annotation, verdict } from './check/verdict.mjs';
import { installN8n, newestN8n, publishedN8n } from './n8n.mjs';
import { runMain } from './process/main.mjs';

/** An n8n that does not install says nothing about this package. */
async function tested(version, args) {
	try {
		await installN8n({ version });
	} catch (error) {
		console.error(`\n${error.message}`);
		return { version, notInstalled: error.message, passed: 0, failed: 1 };
	}
	return { version, ...(await testOn(version, args)) };
}

runMain(async () => {
	const args = process.argv.slice(2);
	const { version } = await publishedN8n('latest');
	const pinned = await tested(newestN8n, args);
	const newest = version === newestN8n ? pinned : await tested(version, args);
	const found = verdict({ pinned, newest });
	console.log(`\n${found.title}\n${found.text}`);
	if (process.env.GITHUB_ACTIONS) console.log(annotation(found));
	const runs = new Set([pinned, newest]);
	const sum = (name) => [...runs].reduce((total, counts) => total + counts[name], 0);
	reportCounts({ passed: sum('passed'), failed: sum('failed') });
	return found.failed ? 1 : 0;
});
