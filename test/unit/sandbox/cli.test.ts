import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Client } from './client';

const cli = path.resolve(__dirname, '../../sandbox/cli.ts');
const started: ChildProcess[] = [];

/** Runs the sandbox in a process of its own. */
const run = (...args: string[]) => {
	const child = spawn(process.execPath, ['--import', 'tsx', cli, ...args]);
	started.push(child);
	const said = { out: '', err: '' };
	child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
	return {
		said,
		ready: once(child.stdout, 'data'),
		end: async (signal?: NodeJS.Signals) => {
			if (signal) child.kill(signal);
			return child.exitCode ?? ((await once(child, 'close')) as [number | null])[0];
		},
	};
};

afterEach(() => {
	for (const child of started.splice(0)) child.kill('SIGKILL');
});

interface Ready {
	url: string;
	appKey: string;
	appSecret: string;
}

it.each(['SIGINT', 'SIGTERM'] as const)(
	'--json says one line when ready; %s ends it cleanly',
	async (signal) => {
		const sandbox = run('--port', '0', '--json');
		await sandbox.ready;
		const { url, appKey, appSecret } = JSON.parse(sandbox.said.out) as Ready;
		const client = new Client(url);
		const login = { APPKey: appKey, APPSecret: appSecret };
		expect((await client.send('POST', '/service/cloud/auth', login)).data.code).toBe(200);
		// The connection is still open: the end does not wait for it.
		expect(await sandbox.end(signal)).toBe(0);
		client.close();
		expect(sandbox.said.out.trim().split('\n')).toHaveLength(1);
		expect(sandbox.said.err).toMatch(/POST \/service\/cloud\/auth → 200, code 200\n$/);
		expect(sandbox.said.err).not.toContain(appSecret);
	},
);

it('says in words what to put into the credential, and logs below', async () => {
	const sandbox = run('--port', '0');
	await sandbox.ready;
	const url = /http:\/\/127\.0\.0\.1:\d+/.exec(sandbox.said.out)?.[0] ?? '';
	expect(sandbox.said.out).toMatch(/App Key +\S+\n +App Secret +\S+\n[^]*Ctrl-C to stop/);
	const client = new Client(url);
	await client.send('GET', '/nowhere');
	client.close();
	expect(await sandbox.end('SIGTERM')).toBe(0);
	expect(sandbox.said.out).toContain('GET /nowhere → 404');
});

it('explains a busy port', async () => {
	const first = run('--port', '0', '--json');
	await first.ready;
	const { port } = new URL((JSON.parse(first.said.out) as Ready).url);
	const second = run('--port', port);
	expect(await second.end()).toBe(1);
	expect(second.said.err).toMatch(`Port ${port} is in use.`);
	await first.end('SIGTERM');
});

it.each([
	[['--port', 'http'], 'not a port: http'],
	[['--port', '70000'], 'not a port: 70000'],
	[['--colour'], "Unknown option '--colour'"],
])('explains arguments it does not understand: %j', async (args, message) => {
	const sandbox = run(...args);
	expect(await sandbox.end()).toBe(1);
	expect(sandbox.said.err).toContain(message);
	expect(sandbox.said.err).toContain('Usage:');
});
