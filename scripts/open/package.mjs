import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../cache.mjs';
import { ensureInstalled } from '../install.mjs';
import { npm } from '../process/npm.mjs';
import { step } from '../process/progress.mjs';

/** Builds and packs this package into `folder`. @returns the path of the tarball */
export async function pack(folder) {
	await ensureInstalled(root);
	await step('Building the package', () => npm(['run', 'build'], { cwd: root }));
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await step('Packing it', () => npm(['pack', '--pack-destination', folder], { cwd: root }));
	const [tarball] = await readdir(folder);
	return path.join(folder, tarball);
}
