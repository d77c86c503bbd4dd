import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../cache.mjs';
import { N8nApi } from '../n8n-api.mjs';

const file = path.join(root, 'examples', 'rows-to-plan.json');

/** The name of the example's node, and of the node that starts it. */
const planNode = 'Create Plan';
export const trigger = 'Start';

/** Which of this package's nodes use a credential of which type. */
const users = {
	aiRudderApi: /^n8n-nodes-airudder\.aiRudder(Tool)?$/,
	aiRudderWebhookApi: /\.aiRudderTrigger$/,
};

/** A copy of the workflow whose AI Rudder nodes use this credential, as far as it is one of theirs. */
export function withCredential(workflow, { id, name, type = 'aiRudderApi' }) {
	const nodes = workflow.nodes.map((node) =>
		users[type].test(node.type)
			? { ...node, credentials: { ...node.credentials, [type]: { id, name } } }
			: node,
	);
	return { ...workflow, nodes };
}

/** The data of a credential that leads to the sandbox. */
export const credentialData = ({ url, appKey, appSecret }) => ({
	authentication: 'keyAndSecret',
	appKey,
	appSecret,
	baseUrl: url,
	strategyListPath: '/service/cloud/v2/strategy',
});

/**
 * Makes n8n ready to be used: signs in as the owner, and puts the credential for the sandbox and the
 * example workflow there; those of an earlier start are brought up to date.
 *
 * @returns the signed-in client, the credential and the workflow, both with their ids
 */
export async function setUp({ n8n, sandbox, owner }) {
	const api = new N8nApi(n8n.url);
	await api.signIn(owner);
	const credential = await api.putCredential({
		name: 'AI Rudder (sandbox)',
		type: 'aiRudderApi',
		data: credentialData(sandbox),
	});
	const example = JSON.parse(await readFile(file, 'utf8'));
	const workflow = await api.putWorkflow(withCredential(example, credential));
	return { api, credential, workflow };
}

/** What came out of the example's two outputs. @throws Error with the message of the failed node */
export function outputsOf({ status, error, runData }) {
	if (status !== 'success') {
		const { message = 'no reason given', description } = error ?? {};
		throw new Error([`The example ended with ${status}: ${message}`, description].join('\n'));
	}
	const [plans = [], rejected = []] = runData[planNode][0].data.main.map((items) => items ?? []);
	return { plans, rejected };
}
