import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { processes, sharedSettings } from '../../scripts/queue/settings.mjs';

interface Service {
	command?: string[];
	environment: Record<string, string>;
}

const folder = 'examples/queue-mode';
const compose = parse(await readFile(`${folder}/docker-compose.yml`, 'utf8'), { merge: true }) as {
	services: Record<string, Service>;
};

/** What the test's processes get, with what the compose file has in place of this machine's values. */
const settings = sharedSettings({
	postgres: {
		host: 'postgres',
		port: 5432,
		database: 'n8n',
		user: 'n8n',
		password: '${POSTGRES_PASSWORD:?Put POSTGRES_PASSWORD into .env}',
	},
	redis: { host: 'redis', port: 6379 },
	encryptionKey: '${N8N_ENCRYPTION_KEY:?Put N8N_ENCRYPTION_KEY into .env}',
	webhookUrl: '${WEBHOOK_URL:?Put WEBHOOK_URL into .env}',
});

describe('examples/queue-mode/docker-compose.yml', () => {
	it.each(Object.entries(processes))('runs %s as these tests do', (name, process) => {
		const { command = [], environment } = compose.services[name] as Service;

		expect(command).toEqual(process.command);
		expect(environment).toEqual({ ...settings, ...process.settings });
	});

	it('has no other processes than those, PostgreSQL and Redis', () => {
		const names = [...Object.keys(processes), 'postgres', 'redis'];
		expect(Object.keys(compose.services).sort()).toEqual(names.sort());
	});

	it('asks for every value that only the user can give, and has none of its own', async () => {
		const example = await readFile(`${folder}/.env.example`, 'utf8');
		const asked = [...example.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
		const text = await readFile(`${folder}/docker-compose.yml`, 'utf8');
		const used = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));

		expect(asked.map(([name]) => name).sort()).toEqual([...used].sort());
		expect(asked.map(([, value]) => value)).toEqual(asked.map(() => ''));
		expect(text.match(/\$\{\w+(?!\w*:\?)/)).toBeNull();
	});
});
