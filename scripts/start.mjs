/** npm start: a real n8n with this package, the sandbox and an example that has run. With --once: checks that all of it works and ends. */
import path from 'node:path';
import { own } from './cache.mjs';
import { checkEverything } from './check/everything.mjs';
import { outputsOf, setUp, trigger } from './open/example.mjs';
import { end, isEnding, runMain } from './process/main.mjs';
import { installN8n, installPackage, startN8n } from './n8n.mjs';
import { noteRunning, refuseSecond } from './open/only-one.mjs';
import { ownerOf } from './open/owner.mjs';
import { pack } from './open/package.mjs';
import { step } from './process/progress.mjs';
import { reportLines } from './open/report.mjs';
import { playResults, resultLines } from './open/results.mjs';
import { startSandbox } from './open/sandbox-process.mjs';

/**
 * From a clean clone to a running n8n that is ready to be used, and the sandbox beside it.
 *
 * @param port the preferred port of the editor; any free one when absent
 * @param onRequest gets a line for each request that the sandbox answers
 */
async function prepare({ userFolder, port, onRequest }) {
	const packed = pack(path.join(userFolder, 'package'));
	const [tarball] = await Promise.all([packed, installN8n()]);
	await installPackage(tarball, userFolder);
	const sandbox = await startSandbox({ onRequest });
	const n8n = await startN8n({ userFolder, port });
	const owner = await ownerOf(userFolder);
	return { sandbox, n8n, owner, ...(await setUp({ n8n, sandbox, owner })) };
}

async function open() {
	const userFolder = path.join(own, 'n8n-user');
	await refuseSecond(userFolder);
	const onRequest = (line) => console.log(`sandbox  ${line}`);
	const running = await prepare({ userFolder, port: 5678, onRequest });
	const { n8n, sandbox, owner, api, workflow } = running;
	await noteRunning(userFolder, n8n.url);
	const execution = await step(`Running "${workflow.name}"`, () =>
		api.runWorkflow(workflow, trigger),
	);
	console.log(`\nWhat came out of "${workflow.name}"`);
	try {
		const outputs = outputsOf(execution);
		console.log(`${reportLines(outputs).join('\n')}\n`);
		const results = await step('Playing its calls, and waiting for their results', () =>
			playResults(running, outputs.plans[0]?.json.PlanName),
		);
		console.log(resultLines(results).join('\n'));
	} catch (error) {
		console.log(error.message);
	}
	console.log(`
n8n       ${n8n.url}/workflow/${workflow.id}
          sign in as ${owner.email} with ${owner.password}
sandbox   ${sandbox.url}   stands in for AI Rudder; nobody is called
          what it received: ${sandbox.url}/__sandbox/state
n8n's log ${n8n.logFile}

Ctrl-C stops everything. Your workflows stay in ${userFolder}
`);
	n8n.ended.then(() => {
		if (isEnding()) return;
		console.error(`n8n has ended by itself. Its log: ${n8n.logFile}`);
		end(1);
	});
}

runMain(process.argv.includes('--once') ? () => checkEverything(prepare) : open);
