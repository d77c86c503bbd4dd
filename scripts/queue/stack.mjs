import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { installPackage, startN8n } from '../n8n.mjs';
import { freePort } from '../process/ports.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';
import { processes, sharedSettings, shortLocks } from './settings.mjs';

/**
 * Starts one n8n process of the stack, in a user folder of its own that has the package installed.
 *
 * @param kind main, worker or webhook
 * @param name of its folder
 * @returns as `startN8n` does
 */
export async function startProcess(kind, name, { folder, tarball, version, settings }) {
	const { settings: own, ...process } = processes[kind];
	const userFolder = path.join(folder, name);
	await installPackage(tarball, userFolder);
	const port = kind === 'webhook' ? Number(new URL(settings.WEBHOOK_URL).port) : await freePort();
	const health = kind === 'worker' && {
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
	const env = { ...settings, ...own, ...health, ...shortLocks };
	return await startN8n({ userFolder, port, version, env, process });
}

/**
 * Starts all that n8n's queue mode needs but the workers: PostgreSQL, Redis, the main process, and one
 * for production webhooks.
 *
 * @param folder takes the folders of all of them, and the logs
 * @returns {url, webhookUrl, settings}, the last for `startProcess`
 */
export async function startStack({ folder, tarball, version }) {
	const [postgres, redis] = await Promise.all([startPostgres(folder), startRedis(folder)]);
	const settings = sharedSettings({
		postgres,
		redis,
		encryptionKey: randomBytes(16).toString('hex'),
		webhookUrl: `http://127.0.0.1:${await freePort()}/`,
	});
	const start = (kind) => startProcess(kind, kind, { folder, tarball, version, settings });
	// The main process brings the database up to date, which the others wait for in vain.
	const main = await start('main');
	const webhook = await start('webhook');
	return { url: main.url, webhookUrl: webhook.url, settings };
}
