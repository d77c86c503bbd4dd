import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installPackage, startN8n } from '../../../scripts/n8n.mjs';
import { N8nApi } from '../../../scripts/n8n-api.mjs';
import { credentialData } from '../../../scripts/open/example.mjs';
import { createPlan, STRATEGY } from '../../engine/builders.ts';
import { borrowers } from '../../rows.ts';
import type { ExpiryKind } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { runRows } from '../workflows.mts';
import type { Stage } from '../world.mts';
import { world } from '../world.mts';

const kinds: ExpiryKind[] = ['http401', 'body401'];
/** An account at AI Rudder for each way to tell that a token has expired. */
const accounts = new Map<ExpiryKind, Stage>();

let userFolder: string;
let n8n: Awaited<ReturnType<typeof startN8n>> | undefined;

/** A new process on the same data: nothing is left of what the one before had in memory. */
async function startFresh(): Promise<N8nApi> {
	await n8n?.stop();
	n8n = await startN8n({
		userFolder,
		version: world.version,
		log: () => undefined,
	});
	const api = new N8nApi(n8n.url);
	await api.signIn(world.owner);
	for (const account of accounts.values()) account.api = api;
	return api;
}

beforeAll(async () => {
	userFolder = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-airudder-cold-'));
	await installPackage(world.tarball, userFolder);
	const api = await startFresh();
	for (const kind of kinds) {
		const sandbox = await startSandbox({ strategies: [STRATEGY] });
		const type = 'aiRudderApi';
		const data = credentialData(sandbox);
		const credential = await api.putCredential({ name: kind, type, data });
		accounts.set(kind, { api, sandbox, credential });
	}
});

afterAll(async () => {
	await n8n?.stop();
	for (const { sandbox } of accounts.values()) await sandbox.close();
	await rm(userFolder, { recursive: true, force: true });
});

/** Creates a plan for each account. @returns how many requests for tokens and plans came so far */
async function createPlans(comments: string) {
	const seen: Record<string, object> = {};
	for (const [kind, account] of accounts) {
		const rows = borrowers(2, { Comments: `${comments}, ${kind}` });
		const { status, outputs } = await runRows(account, rows, createPlan());
		const { plans, requests, tokenRequests } = account.sandbox;
		const asked = requests.filter(({ path: to }) => to === '/service/cloud/v2/plan').length;
		const created = outputs[0]?.map(({ json }) => json.status);
		seen[kind] = { status, created, asked, tokenRequests, plans: plans.length };
	}
	return seen;
}

it('a token that expired while n8n was down is renewed, and stored for the next start', async () => {
	const both = (counts: object) => {
		const good = { status: 'success', created: ['created'], ...counts };
		return { http401: good, body401: good };
	};
	// The first process gets the token and stores it,
	expect(await createPlans('first')).toEqual(both({ asked: 1, tokenRequests: 1, plans: 1 }));

	for (const [kind, { sandbox }] of accounts) sandbox.expireTokens(kind);
	await startFresh();
	// the second one is refused with it, and renews it,
	expect(await createPlans('second')).toEqual(both({ asked: 3, tokenRequests: 2, plans: 2 }));

	await startFresh();
	// and the third one can only know the new one from the stored credential.
	expect(await createPlans('third')).toEqual(both({ asked: 4, tokenRequests: 2, plans: 3 }));
});
