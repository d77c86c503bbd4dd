import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../../../scripts/process/ports.mjs';
import { createPlan } from '../../engine/builders.ts';
import { borrower, borrowers } from '../../rows.ts';
import type { Fault } from '../../sandbox/index.ts';
import { runRows } from '../workflows.mts';
import type { Stage } from '../world.mts';
import { useStage, world } from '../world.mts';

const stage = useStage('credentials');

const pasted = { authentication: 'token', appKey: '', appSecret: '' };
const badToken = 'a-pasted-token-3c9f';
const html: Fault = { on: 'any', kind: 'html', times: 99 };

/** What users get wrong, and what networks do. */
const mistakes = [
	['a wrong key', { appKey: 'wrong-key-5b2a' }, /'App Key' or 'App Secret'.*APPKey does not exist/],
	['a wrong secret', { appSecret: 'wrong-secret-7d1f' }, /'App Key' or 'App Secret'.*is wrong/],
	['a bad pasted token', { ...pasted, token: badToken }, /token/],
	['a host that cannot be reached', { baseUrl: 'closed port' }, /refused the connection/],
	['a page in place of JSON', {}, /a web page/, html],
	['http to another machine', { baseUrl: 'http://airudder.example' }, /https/],
] as const;

const secrets = () => [
	...[stage.sandbox.appSecret, stage.sandbox.appKey, badToken, 'wrong-secret-7d1f'],
	...stage.sandbox.requests.flatMap(({ headers }) => headers.authorization?.slice(6) ?? []),
];

const expectNoSecret = (text: string) =>
	expect(secrets().filter((secret) => text.includes(secret))).toEqual([]);

async function put(name: string, changes: object): Promise<Stage> {
	const { api, credential } = stage;
	const data: Record<string, string> = { ...credential.data, ...changes };
	if (data.baseUrl === 'closed port') data.baseUrl = `http://127.0.0.1:${await freePort()}`;
	return { ...stage, credential: await api.putCredential({ name, type: credential.type, data }) };
}

/** What n8n's own credential test says. */
const tested = async ({ credential }: Stage): Promise<{ status: string; message: string }> =>
	await stage.api.testCredential(credential);

it('with key and secret is accepted, and works', async () => {
	expect(await tested(stage)).toMatchObject({ status: 'OK' });
	expect(await runRows(stage, borrowers(1), createPlan())).toMatchObject({ status: 'success' });
});

it('with a pasted token is accepted, and works', async () => {
	const token = stage.sandbox.issueToken();
	const good = await put('pasted', { ...pasted, token });

	expect(await tested(good)).toMatchObject({ status: 'OK' });
	expect(await runRows(good, borrowers(1), createPlan())).toMatchObject({ status: 'success' });
	expect(stage.sandbox.tokenRequests).toBe(0);
});

const messages = new Set<string>();

describe.each(mistakes)('with %s', (name, changes, says, fault?: Fault) => {
	it('is refused by its test, which says why', async () => {
		if (fault) stage.sandbox.misbehave(fault);
		const { status, message } = await tested(await put(name, changes));

		expect(status).toBe('Error');
		expect(message).toMatch(says);
		expectNoSecret(message);
		messages.add(message);
	});

	it('is refused when it runs, before anything is created', async () => {
		if (fault) stage.sandbox.misbehave(fault);
		const ran = await runRows(await put(name, changes), borrowers(1), createPlan());

		expect(ran.status).toBe('error');
		expect(ran.error?.message).toMatch(says);
		expect(ran.error?.description).toBeTruthy();
		expectNoSecret(JSON.stringify(ran));
		expect(stage.sandbox.plans).toEqual([]);
	});
});

it('each of these has a message of its own', () => {
	expect(messages.size).toBe(mistakes.length);
});

it('no secret and no phone number is in the log of n8n', async () => {
	const log = await readFile(path.join(world.userFolder, 'n8n.log'), 'utf8');
	expect(log).not.toBe('');
	expectNoSecret(log);
	expect(log).not.toContain(borrower(1).Mobile.slice(1));
});
