import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { ensureProgram } from '../process/apt.mjs';
import { startForeign } from '../process/foreign.mjs';
import { freePort } from '../process/ports.mjs';
import { waitUntil } from './wait.mjs';

/** Whether Redis answers a PING. */
const answers = (port) =>
	new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
		socket.setTimeout(1_000, () => socket.destroy());
		socket.once('data', (data) => {
			resolve(data.toString() === '+PONG\r\n');
			socket.destroy();
		});
		socket.once('error', () => resolve(false));
		socket.once('close', () => resolve(false));
	});

/**
 * Starts a Redis on loopback that keeps nothing on disk; installs it when it is missing.
 *
 * @param folder takes its log
 * @returns {host, port}
 */
export async function startRedis(folder) {
	const redis = await ensureProgram('redis-server', 'redis-server');
	const port = await freePort();
	const log = path.join(folder, 'redis.log');
	const output = openSync(log, 'w');
	const args = ['--bind', '127.0.0.1', '--port', port, '--save', '', '--appendonly', 'no'];
	const server = startForeign(redis, [...args, '--dir', folder].map(String), {}, output);
	closeSync(output);
	await waitUntil('Redis is ready', () => answers(port), {
		child: server,
		explain: () => readFileSync(log, 'utf8'),
	});
	return { host: '127.0.0.1', port };
}
