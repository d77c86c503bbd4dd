import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import type { Ran } from '../workflows.mts';
import { chain, manualStart, ran, start, unique, ours } from '../workflows.mts';
import { useStage } from '../world.mts';

const stage = useStage('HTTP Request');
const path = '/service/cloud/v2/strategy';

/** Another machine on the network. */
let other: Sandbox;
beforeAll(async () => {
	other = await startSandbox();
});
afterEach(() => other.reset());
afterAll(async () => await other.close());

/** n8n's own HTTP Request node, with the credential chosen under "Predefined Credential Type". */
async function request(url: string): Promise<Ran> {
	const { api, credential } = stage;
	const node = {
		name: ours,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: credential.type,
			options: {},
		},
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	};
	const workflow = chain(`HTTP Request ${unique}`, [manualStart, node]);
	return ran(await api.runWorkflow(await api.putWorkflow(workflow), start));
}

const authorizations = ({ requests }: Sandbox) =>
	requests.map(({ headers }) => headers.authorization);

it('reaches the service with a token', async () => {
	const { status, outputs } = await request(stage.sandbox.url + path);

	expect(status).toBe('success');
	expect(outputs[0]?.[0]?.json).toMatchObject({ code: 200 });
	expect(authorizations(stage.sandbox)).toContain(`Token ${stage.sandbox.issueToken()}`);
});

it('does not reach another host with it', async () => {
	const { status, error } = await request(other.url + path);

	expect(status).toBe('error');
	expect(error?.message).toMatch(/token is only sent to/);
	expect(other.requests).toEqual([]);
});

it('does not take the token along when the service sends it to another host', async () => {
	await request(stage.sandbox.url + path);
	stage.sandbox.misbehave({ on: 'strategies', kind: 'redirect', location: other.url + path });
	await request(stage.sandbox.url + path);

	expect(authorizations(other)).toEqual([undefined]);
});
