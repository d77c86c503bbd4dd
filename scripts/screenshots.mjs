/** npm run screenshots: takes the pictures of docs/images anew, in a fresh n8n with this package. */
import path from 'node:path';
import { root } from './cache.mjs';
import { openPacked } from './open/packed.mjs';
import { runMain } from './process/main.mjs';
import { run } from './process/children.mjs';
import { step } from './process/progress.mjs';

const program = path.join(root, 'test', 'e2e', 'editor', 'screenshots.mts');
const folder = path.join(root, 'docs', 'images');

runMain(async () => {
	const n8n = await openPacked();
	let taken = false;
	try {
		const names = await step('Taking the pictures', () =>
			run(process.execPath, ['--import', 'tsx', program, folder], {
				cwd: root,
				env: { ...process.env, ...n8n.env },
			}),
		);
		console.log(names.trim());
		taken = true;
	} finally {
		await n8n.close({ keep: !taken });
	}
	return 0;
});
