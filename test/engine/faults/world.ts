import { createServer } from 'node:http';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { listen } from '../../listen';
import type { Sandbox, SandboxOptions } from '../../sandbox';
import { createPlan, keyAndSecret } from '../builders';
import type { StoredCredentials } from '../n8n/credentials';
import type { RunOptions, RunResult } from '../n8n/run';
import { newStore, run } from '../n8n/run';
import { useSandbox } from '../sandboxed';

/** How patient the built node is. It is the module that the node itself uses, so it can be hurried. */
export const patience = jest.requireActual<{
	PATIENCE: { tries: number; firstWait: number; longestWait: number };
}>('../../../dist/airudder').PATIENCE;

const usual = { ...patience };

/** A sandbox whose requests can be watched while they are under way. */
export function useWorld(options: SandboxOptions = {}) {
	let watcher: (line: string) => void = () => undefined;
	const world = useSandbox({ ...options, log: (line) => watcher(line) });
	let mark = '';
	beforeAll(async () => {
		const store = await newStore(keyAndSecret(world.sandbox()));
		await listStrategies(store);
		mark = sessionTokenOf(store).split(':')[0] ?? '';
		world.sandbox().reset();
	});
	/** What the credential of the account holds after it signed in: a mark of the account, then the token. */
	const storedToken = () => `${mark}:${world.sandbox().issueToken()}`;
	beforeEach(() => {
		patience.firstWait = 4;
	});
	afterEach(() => {
		Object.assign(patience, usual);
		watcher = () => undefined;
	});
	return {
		...world,
		/** Called with one line for each request, after the service acted and before it answers. */
		watch: (wanted: (line: string) => void) => {
			watcher = wanted;
		},
		/** Create Plan with a credential that keeps what n8n stores in it. */
		createWith: async (
			store: StoredCredentials,
			rows: object[],
			parameters: RunOptions['parameters'] = {},
			node: RunOptions['node'] = {},
		): Promise<RunResult> => await run({ rows, parameters: createPlan(parameters), store, node }),
		storedToken,
		/** A credential that has a valid token already, so that no request for one comes in between. */
		signedIn: async (): Promise<StoredCredentials> =>
			await newStore({ ...keyAndSecret(world.sandbox()), sessionToken: storedToken() }),
		planRequests: (name?: string) =>
			world.planBodies().filter(({ PlanName }) => name === undefined || PlanName === name),
	};
}

/** Runs List Strategies. */
export const listStrategies = async (store: StoredCredentials, changes: object = {}) =>
	await run({
		rows: [{}],
		parameters: { resource: 'strategy', operation: 'list', returnAll: true, ...changes },
		store,
	});

export const sessionTokenOf = (store: StoredCredentials): string =>
	String(store.data.get('1')?.sessionToken);

/** A credential with a pasted token, which n8n has tried out once. */
export const pasted = (
	sandbox: Sandbox,
	token = sandbox.issueToken(),
): ICredentialDataDecryptedObject => ({
	...keyAndSecret(sandbox),
	authentication: 'token',
	token,
	sessionToken: 'tried:',
});

/** Changes what a stored credential says. */
export function edit(store: StoredCredentials, changes: ICredentialDataDecryptedObject): void {
	store.data.set('1', { ...store.data.get('1'), ...changes });
}

/** An address of this machine where nobody listens. */
export async function closedPort(): Promise<string> {
	const { url, close } = await listen(createServer());
	await close();
	return url;
}
