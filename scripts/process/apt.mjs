/** Programs that npm does not have: found on this machine, or installed from Debian's packages. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './children.mjs';
import { step } from './progress.mjs';

/** How long to wait for another program that installs something. */
const secondsToWait = 120;

const isExecutable = (file) =>
	access(file, constants.X_OK).then(
		() => true,
		() => false,
	);

/** @returns the path of the program `name` in PATH, undefined when it is not there */
export async function inPath(name) {
	for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
		const file = path.join(folder, name);
		if (folder && (await isExecutable(file))) return file;
	}
	return undefined;
}

/** Runs apt-get, once more each time another program holds one of its locks: it waits for dpkg's only. */
async function aptGet(...args) {
	const options = ['-o', `DPkg::Lock::Timeout=${secondsToWait}`];
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
	for (const since = Date.now(); ; await sleep(1_000)) {
		try {
			return await run('apt-get', [...options, ...args], { env });
		} catch (error) {
			const isLocked = /could not get lock|unable to lock/i.test(error.message);
			if (!isLocked || Date.now() - since > secondsToWait * 1000) throw error;
		}
	}
}

/**
 * Finds a program, and installs it first when it is absent and this is root on Debian or Ubuntu.
 *
 * @param program its name; in the error as well
 * @param debianPackage the package that has it
 * @param find looks for it, for programs that are not in PATH or have several names
 * @returns its path
 * @throws Error that says what to install when it is absent and cannot be installed here, or with the
 * end of apt-get's output when that fails
 */
export async function ensureProgram(program, debianPackage, find = () => inPath(program)) {
	const found = await find();
	if (found) return found;
	const advice = `Install it, on Debian or Ubuntu with: sudo apt-get install ${debianPackage}`;
	if (process.getuid?.() !== 0 || !(await inPath('apt-get'))) {
		throw new Error(`${program} is needed and is not on this machine. ${advice}`);
	}
	await step(
		`Installing ${debianPackage}`,
		async () => {
			await aptGet('update');
			await aptGet('install', '-y', '--no-install-recommends', debianPackage);
		},
		{ hint: 'once, half a minute' },
	);
	const installed = await find();
	if (installed) return installed;
	throw new Error(`${debianPackage} is installed, but ${program} cannot be found. ${advice}`);
}
