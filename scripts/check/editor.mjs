import assert from 'node:assert/strict';
import { planNode } from '../open/example.mjs';

const type = 'n8n-nodes-airudder.aiRudder';

const property = (description, name) => {
	const found = description.properties.find((one) => one.name === name);
	assert.ok(found, `the node has no parameter ${name}`);
	return found;
};

async function assertIcon(api, { iconUrl }) {
	const urls = typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? {});
	assert.ok(urls.length > 0, 'no icon');
	for (const url of urls) {
		const response = await fetch(`${api.url}/${url}`);
		assert.equal(response.status, 200, `${url}: ${response.status}`);
		assert.match(response.headers.get('content-type'), /^image\//, url);
	}
}

/** Asks n8n for what its editor shows: the node, its icons, its drop-down list and its mapper. */
export async function checkEditor({ api, credential, workflow }, check) {
	const ofPackage = ({ name }) => name.startsWith('n8n-nodes-airudder.');
	const nodes = (await api.request('GET', '/types/nodes.json')).filter(ofPackage);
	const credentials = await api.request('GET', '/types/credentials.json');
	const node = nodes.find(({ name }) => name === type);
	await check('n8n has loaded one node, and its twin for agents', () => {
		assert.deepEqual(nodes.map(({ name }) => name).sort(), [type, `${type}Tool`]);
	});
	await check('n8n has loaded one credential type, for this node', () => {
		const ours = credentials.filter((one) =>
			one.supportedNodes?.some((name) => name.startsWith(type)),
		);
		assert.deepEqual(
			ours.map(({ name }) => name),
			['aiRudderApi'],
		);
	});
	await check('the icons of node and credential are there', async () => {
		await assertIcon(api, node);
		await assertIcon(api, credentials.find(({ name }) => name === 'aiRudderApi') ?? {});
	});

	const parameters = workflow.nodes.find(({ name }) => name === planNode).parameters;
	const context = {
		nodeTypeAndVersion: { name: type, version: 1 },
		currentNodeParameters: parameters,
		credentials: { aiRudderApi: { id: credential.id, name: credential.name } },
	};
	await check(
		'the strategy list shows the strategies of the sandbox, and can be searched',
		async () => {
			const { typeOptions } = property(node, 'strategy').modes.find(({ name }) => name === 'list');
			const list = (filter) =>
				api.listSearch('strategy', typeOptions.searchListMethod, context, filter);
			const { results } = await list();
			assert.ok(results.some(({ value }) => value === parameters.strategy.value));
			assert.ok(results.length > 1);
			const found = await list(results[0].name);
			assert.ok(found.results.length < results.length, 'the search text makes no difference');
			assert.deepEqual(found.results[0], results[0]);
		},
	);
	await check('the mapper has the 13 columns of a collection contact', async () => {
		const options = property(node, 'contacts').typeOptions.resourceMapper;
		const local = options.localResourceMapperMethod;
		const method = local ?? options.resourceMapperMethod;
		const { fields } = await api.mapperFields('contacts', method, context, {
			local: Boolean(local),
		});
		const names = (required) =>
			fields.filter((field) => field.required === required).map(({ id }) => id);
		assert.deepEqual(names(true).sort(), [
			'Arrears',
			'Debtor',
			'DueDate',
			'LoanAmount',
			'LoanDate',
			'Mobile',
			'Platform',
			'Unit',
		]);
		assert.deepEqual(names(false).sort(), ['Comments', 'ExtraA', 'ExtraB', 'ExtraC', 'Gender']);
	});
}
