import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, openSync, readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureProgram, inPath } from '../process/apt.mjs';
import { run } from '../process/children.mjs';
import { startForeign } from '../process/foreign.mjs';
import { freePort } from '../process/ports.mjs';
import { waitUntil } from './wait.mjs';

const debian = '/usr/lib/postgresql';

/** Debian keeps the server's programs out of PATH, one folder for each version. */
async function findInitdb() {
	const versions = await readdir(debian).catch(() => []);
	const [newest] = versions.map(Number).sort((a, b) => b - a);
	return newest ? path.join(debian, String(newest), 'bin', 'initdb') : await inPath('initdb');
}

/** PostgreSQL refuses to run as root. @returns {uid, gid} of the user it has on Debian, {} when not root */
async function userToRunAs() {
	if (process.getuid?.() !== 0) return {};
	const id = async (which) => Number(await run('id', [which, 'postgres']));
	return { uid: await id('-u'), gid: await id('-g') };
}

/**
 * Starts a PostgreSQL on loopback with a database, a user and a password of its own; installs it when it
 * is missing.
 *
 * @param parent takes its data and its log; is opened to the user that PostgreSQL runs as
 * @returns {host, port, database, user, password}
 */
export async function startPostgres(parent) {
	const initdb = await ensureProgram('initdb', 'postgresql', findInitdb);
	const program = (name) => path.join(path.dirname(initdb), name);
	const owner = await userToRunAs();
	const folder = path.join(parent, 'postgres');
	await mkdir(folder, { mode: 0o700 });
	const password = randomBytes(12).toString('hex');
	const passwordFile = path.join(folder, 'password');
	await writeFile(passwordFile, password, { mode: 0o600 });
	if (owner.uid !== undefined) {
		for (const file of [folder, passwordFile]) chownSync(file, owner.uid, owner.gid);
		await chmod(parent, 0o711);
	}
	const data = path.join(folder, 'data');
	const access = ['-U', 'n8n', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
	await run(initdb, ['-D', data, ...access, '-E', 'UTF8', '--no-sync'], { ...owner, cwd: folder });
	const port = await freePort();
	const log = path.join(parent, 'postgres.log');
	const output = openSync(log, 'w');
	const server = startForeign(
		program('postgres'),
		['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'fsync=off'],
		{ ...owner, cwd: folder },
		output,
	);
	closeSync(output);
	const connection = ['-h', '127.0.0.1', '-p', String(port), '-U', 'n8n'];
	const isReady = () =>
		run(program('pg_isready'), connection).then(
			() => true,
			() => false,
		);
	await waitUntil('PostgreSQL is ready', isReady, {
		child: server,
		explain: () => readFileSync(log, 'utf8'),
	});
	await run(program('createdb'), [...connection, 'n8n'], {
		env: { ...process.env, PGPASSWORD: password },
	});
	return { host: '127.0.0.1', port, database: 'n8n', user: 'n8n', password };
}
