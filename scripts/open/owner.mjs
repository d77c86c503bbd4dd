import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The account that n8n in this user folder belongs to. The password is made up once and kept beside
 * n8n's data, readable for this user only: others on the same machine can reach loopback too.
 */
export async function ownerOf(userFolder) {
	const file = path.join(userFolder, 'owner.json');
	const saved = await readFile(file, 'utf8').catch(() => undefined);
	if (saved) return JSON.parse(saved);
	// n8n wants a capital letter and a digit.
	const owner = {
		email: 'owner@example.com',
		password: `Rudder-1-${randomBytes(6).toString('hex')}`,
	};
	await mkdir(userFolder, { recursive: true });
	await writeFile(file, `${JSON.stringify(owner)}\n`, { mode: 0o600 });
	return owner;
}
