import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What belongs to this clone alone: the package that was packed last, the data of its n8n. */
export const own = path.join(root, '.cache');

/** What several clones may share (3 GB): they do when they name the same folder in AIRUDDER_CACHE. */
export const cache = path.resolve(process.env.AIRUDDER_CACHE || own);

function isAlive(pid) {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Removes what interrupted programs of this machine left under `name`. */
async function removeDrafts(name) {
	const prefix = `${name}.${hostname()}.`;
	for (const entry of await readdir(cache)) {
		if (entry.startsWith(prefix) && !isAlive(parseInt(entry.slice(prefix.length), 10))) {
			await rm(path.join(cache, entry), { recursive: true, force: true });
		}
	}
}

/**
 * The folder `name` in the cache. `fill(folder)` is called when it is not there yet; the folder gets
 * its name only when that has succeeded, so half an install never counts as one.
 */
export async function cached(name, fill) {
	const folder = path.join(cache, name);
	if (existsSync(folder)) return folder;
	await mkdir(cache, { recursive: true });
	await removeDrafts(name);
	const draft = path.join(cache, `${name}.${hostname()}.${process.pid}.tmp`);
	await mkdir(draft);
	await fill(draft);
	try {
		await rename(draft, folder);
	} catch (error) {
		// Another program has filled the same folder in the meantime.
		if (!existsSync(folder)) throw error;
		await rm(draft, { recursive: true, force: true });
	}
	return folder;
}
