import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npm } from './process/npm.mjs';
import { step } from './process/progress.mjs';

/** The first 12 hexadecimal digits of the SHA-256 of `text`. */
export const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Whether somebody ran npm by hand: npm writes down what it has installed, at the very end, in
 * node_modules/.package-lock.json. Only optional packages (for other machines) may be absent.
 */
function isInstalled(lockText, installedText) {
	const wanted = JSON.parse(lockText).packages;
	const installed = JSON.parse(installedText).packages;
	return Object.entries(wanted).every(
		([name, { integrity, optional }]) =>
			name === '' ||
			(installed[name] ? installed[name].integrity === integrity : optional === true),
	);
}

/**
 * Installs the packages of `dir` with `npm ci`, unless they are those of its package-lock.json
 * already.
 *
 * @throws Error with npm's output when it fails
 */
export async function ensureInstalled(dir) {
	const modules = path.join(dir, 'node_modules');
	const stamp = path.join(modules, '.installed-from');
	const read = (file) => readFile(file, 'utf8').catch(() => undefined);
	const lock = await readFile(path.join(dir, 'package-lock.json'), 'utf8');
	if ((await read(stamp)) === hashOf(lock)) return;
	const installed = await read(path.join(modules, '.package-lock.json'));
	if (!installed || !isInstalled(lock, installed)) {
		await step('Installing the development packages', () => npm(['ci'], { cwd: dir }), {
			hint: 'about a minute the first time',
		});
	}
	// npm ci begins by removing the folder, and the stamp with it.
	await writeFile(stamp, hashOf(lock));
}
