import { N8nApi } from '../../scripts/n8n-api.mjs';
import { credentialData } from '../../scripts/open/example.mjs';
import { STRATEGY } from '../engine/builders.ts';
import type { Sandbox, SandboxOptions } from '../sandbox/index.ts';
import { startSandbox } from '../sandbox/index.ts';

/** The n8n that `npm run test:e2e` started. */
interface World {
	/** Of n8n. */
	version: string;
	/** The packed package. */
	tarball: string;
	/** n8n's data. */
	userFolder: string;
	/** n8n's address without a final slash. */
	url: string;
	owner: { email: string; password: string };
}

function readWorld(): World {
	const text = process.env.AIRUDDER_E2E;
	if (!text) throw new Error('These tests need a running n8n: start them with npm run test:e2e');
	return JSON.parse(text) as World;
}

export const world = readWorld();

/** A signed-in client of n8n. */
export async function signedIn(): Promise<N8nApi> {
	const api = new N8nApi(world.url);
	await api.signIn(world.owner);
	return api;
}

export interface Stage {
	api: N8nApi;
	sandbox: Sandbox;
	credential: { id: string; name: string; type: string; data: Record<string, string> };
}

/**
 * A sandbox of the test file's own, and a credential for it in n8n. Both are gone after the file's last
 * test; between tests the sandbox forgets everything.
 */
export function useStage(name: string, options: SandboxOptions = {}): Stage {
	const stage = {} as Stage;
	beforeAll(async () => {
		// The second one is that of the examples.
		stage.sandbox = await startSandbox({ strategies: [STRATEGY, 'test_test_1'], ...options });
		stage.api = await signedIn();
		const data = credentialData(stage.sandbox);
		stage.credential = await stage.api.putCredential({ name, type: 'aiRudderApi', data });
	});
	beforeEach(() => stage.sandbox.reset());
	afterAll(async () => {
		await stage.sandbox.close();
	});
	return stage;
}
