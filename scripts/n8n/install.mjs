import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cached, root } from '../cache.mjs';
import { hashOf } from '../install.mjs';
import { nodeJs } from '../nodejs.mjs';
import { npm } from '../process/npm.mjs';
import { run } from '../process/children.mjs';
import { step } from '../process/progress.mjs';
import { publishedN8n } from './published.mjs';
import { newestN8n, nodeJsOf } from './versions.mjs';

const compilerAdvice = `n8n keeps its data in SQLite, through a package that has to be compiled where it
cannot be downloaded. That needs python3, make and a C++ compiler, for example:
  Debian, Ubuntu: apt-get install python3 make g++
  macOS:          xcode-select --install`;

/** Compiles the one native package of n8n's that it cannot do without. */
async function buildSqlite(folder, node) {
	try {
		await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], { cwd: folder, ...node });
		const check = "new (require('sqlite3').Database)(':memory:').close()";
		await run(node.node, ['-e', check], { cwd: folder, env: node.env });
	} catch (error) {
		throw new Error(`${compilerAdvice}\n\n${error.message}`);
	}
}

/** Where a version comes from: its folder's name in the cache, its Node.js, and how npm gets it there. */
async function sourceOf(version) {
	const name = `n8n-${version}-${process.platform}-${process.arch}`;
	if (!nodeJsOf[version]) {
		const { nodeJs } = await publishedN8n(version);
		const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `n8n@${version}`];
		const fill = (draft, node) => npm(args, { cwd: draft, ...node });
		return { name, major: nodeJs, fill };
	}
	const pinned = path.join(root, 'test', 'n8n', version);
	const lock = await readFile(path.join(pinned, 'package-lock.json'), 'utf8');
	const fill = async (draft, node) => {
		await cp(pinned, draft, { recursive: true });
		await npm(['ci', '--ignore-scripts'], { cwd: draft, ...node });
	};
	return { name: `${name}-${hashOf(lock)}`, major: nodeJsOf[version], fill };
}

/**
 * Installs an n8n, once: one that test/n8n pins, with its lock file, or any other release by its number,
 * with the newest of what it depends on.
 *
 * @returns the Node.js to run it with (path and environment) and the path of n8n's start file
 * @throws Error with npm's output, and with what to install when there is no compiler
 */
export async function installN8n({ version = newestN8n, log } = {}) {
	const { name, major, fill } = await sourceOf(version);
	const node = await nodeJs(major, { log });
	const folder = await cached(name, async (draft) => {
		await step(`Installing n8n ${version}`, () => fill(draft, node), {
			log,
			hint: 'once, 2 to 3 minutes, 2 to 3 GB',
		});
		await step('Building its database driver', () => buildSqlite(draft, node), {
			log,
			hint: 'once, 1 to 2 minutes',
		});
	});
	return { ...node, version, bin: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
}

/**
 * Puts the package in `tarball` (of `npm pack`) where n8n keeps community packages, in the way its
 * own installer does, in place of any older one.
 *
 * @returns the package's name
 */
export async function installPackage(tarball, userFolder) {
	const nodes = path.join(userFolder, '.n8n', 'nodes');
	const draft = path.join(nodes, 'unpacked');
	await rm(draft, { recursive: true, force: true });
	await mkdir(draft, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', draft, '--strip-components=1']);
	const file = path.join(draft, 'package.json');
	const manifest = JSON.parse(await readFile(file, 'utf8'));
	delete manifest.devDependencies;
	delete manifest.peerDependencies;
	delete manifest.optionalDependencies;
	await writeFile(file, JSON.stringify(manifest, null, 2));
	if (Object.keys(manifest.dependencies ?? {}).length > 0) {
		throw new Error(
			`${manifest.name} has dependencies, which verified community nodes must not have`,
		);
	}
	const folder = path.join(nodes, 'node_modules', manifest.name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(path.dirname(folder), { recursive: true });
	await rename(draft, folder);
	const list = { name: 'installed-nodes', private: true };
	list.dependencies = { [manifest.name]: manifest.version };
	await writeFile(path.join(nodes, 'package.json'), JSON.stringify(list, null, 2));
	return manifest.name;
}
