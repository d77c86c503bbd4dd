import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../../..');

const windows = process.platform === 'win32';

/** Runs npm in `folder`. @returns its output */
export const npm = (folder: string, ...args: string[]): string =>
	execFileSync(windows ? 'npm.cmd' : 'npm', args, {
		cwd: folder,
		encoding: 'utf8',
		shell: windows,
		stdio: ['ignore', 'pipe', 'ignore'],
	});

/** Packs the package in `from`, as it was built last, and unpacks it into `to`. */
export function packAndUnpack(from: string, to: string): void {
	mkdirSync(to, { recursive: true });
	const [{ filename }] = JSON.parse(npm(from, 'pack', '--json', '--pack-destination', to));
	execFileSync('tar', ['-xzf', filename, '--strip-components=1'], { cwd: to });
	rmSync(path.join(to, filename));
}

/** All files in `folder`, relative to it, with / between their parts, sorted. */
export const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
		.map((file) => file.split(path.sep).join('/'))
		.sort();
