import type { INodeTypeDescription } from 'n8n-workflow';
import type { N8nApi } from '../../../scripts/n8n-api.mjs';
import { signedIn, world } from '../world.mts';

type Loaded = Pick<INodeTypeDescription, 'name' | 'iconUrl'> & { supportedNodes?: string[] };

const type = 'n8n-nodes-airudder.aiRudder';

let api: N8nApi;
let nodes: Loaded[];
let credentials: Loaded[];

beforeAll(async () => {
	api = await signedIn();
	const all: Loaded[] = await api.request('GET', '/types/nodes.json');
	nodes = all.filter(({ name }) => name.startsWith('n8n-nodes-airudder.'));
	credentials = await api.request('GET', '/types/credentials.json');
});

const namesOf = (loaded: Loaded[]) => [...new Set(loaded.map(({ name }) => name))].sort();

it('n8n has loaded the node with its twin for agents, and the trigger', () => {
	expect(namesOf(nodes)).toEqual([type, `${type}Tool`, `${type}Trigger`]);
});

it('n8n has loaded a credential type for each node', () => {
	const ours = credentials.filter(({ supportedNodes }) =>
		supportedNodes?.some((name) => name.startsWith(type)),
	);
	expect(namesOf(ours)).toEqual(['aiRudderApi', 'aiRudderWebhookApi']);
});

it('the icons of node and credential are there', async () => {
	const credential = credentials.find(({ name }) => name === 'aiRudderApi');
	const urls = [nodes[0]?.iconUrl, credential?.iconUrl].map((url = '') =>
		typeof url === 'string' ? [url] : Object.values(url),
	);
	expect(urls).toHaveLength(2);
	for (const url of urls.flat()) {
		const response = await fetch(`${world.url}/${url}`);
		expect([url, response.status]).toEqual([url, 200]);
		expect(response.headers.get('content-type')).toMatch(/^image\//);
	}
});
