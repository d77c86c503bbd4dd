import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installN8n, installPackage, newestN8n, startN8n } from '../n8n.mjs';
import { ownerOf } from './owner.mjs';
import { pack } from './package.mjs';

/**
 * Packs this package and starts a fresh n8n with it, installed as n8n's own installer does.
 *
 * @param version the number of a release
 * @returns `env` tells the programs in test/e2e where it is; `close({ keep })` stops n8n and removes its
 * folder, or says where it is kept
 */
export async function openPacked({ version = newestN8n } = {}) {
	const userFolder = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-airudder-'));
	const [tarball] = await Promise.all([
		pack(path.join(userFolder, 'package')),
		installN8n({ version }),
	]);
	await installPackage(tarball, userFolder);
	const n8n = await startN8n({ userFolder, version });
	const world = { version, tarball, userFolder, url: n8n.url, owner: await ownerOf(userFolder) };
	return {
		env: { AIRUDDER_E2E: JSON.stringify(world) },
		async close({ keep }) {
			await n8n.stop();
			if (keep) console.log(`\nn8n's data and log are kept in ${userFolder}`);
			else await rm(userFolder, { recursive: true, force: true });
		},
	};
}
