/** npm run sandbox: the stand-in for AI Rudder by itself. It calls nobody. */
import { root } from './cache.mjs';
import { ensureInstalled } from './install.mjs';
import { end, runMain } from './process/main.mjs';
import { start } from './process/children.mjs';
import { sandboxArguments } from './open/sandbox-process.mjs';

runMain(async () => {
	await ensureInstalled(root);
	const child = start(process.execPath, [...sandboxArguments, ...process.argv.slice(2)], {
		cwd: root,
		stdio: 'inherit',
	});
	child.once('exit', (code) => end(code ?? 1));
});
