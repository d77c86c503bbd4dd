/** The workflows that are measured: Create Plan, and what people build by hand without it. */

const plan = { Strategy: 'three_rounds', SIPLine: 'LIVEDEMO_CH_SOFTPHONE_LINE', Perform: 1 };

const columns = [
	...['Debtor', 'Mobile', 'LoanDate', 'DueDate', 'LoanAmount', 'Arrears', 'Unit', 'Platform'],
	...['Comments', 'Gender', 'ExtraA', 'ExtraB', 'ExtraC'],
];

const below = (changes = {}) => ({
	mappingMode: 'defineBelow',
	value: {
		...Object.fromEntries(columns.map((name) => [name, `={{ $json.${name} }}`])),
		...changes,
	},
	matchingColumns: [],
	schema: [],
});

const node = (name, type, typeVersion, parameters) => ({ name, type, typeVersion, parameters });

/** Send Again, since the same rows are sent in every run. */
const createPlan = (contacts, options = {}) =>
	node('Create Plan', 'n8n-nodes-airudder.aiRudder', 1, {
		resource: 'plan',
		operation: 'create',
		strategy: { __rl: true, mode: 'name', value: plan.Strategy },
		sipLine: plan.SIPLine,
		contactType: 'collection',
		contacts,
		invalidContacts: 'createWithout',
		options: { resend: true, ...options },
	});

const httpRequest = (url, jsonBody) =>
	node('HTTP Request', 'n8n-nodes-base.httpRequest', 4.2, {
		method: 'POST',
		url: `${url}/service/cloud/v2/plan`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'aiRudderApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody,
		options: {},
	});

const aggregate = node('Aggregate', 'n8n-nodes-base.aggregate', 1, {
	aggregate: 'aggregateAllItemData',
	destinationFieldName: 'contacts',
	options: {},
});

const oneBody = `={{ JSON.stringify({ ...${JSON.stringify(plan)}, PlanName: 'bench-' + $now.toMillis(), Details: $json.contacts }) }}`;

const code = node('Code', 'n8n-nodes-base.code', 2, {
	mode: 'runOnceForAllItems',
	jsCode: `const rows = $input.all().map(({ json }) => json);
const bodies = [];
for (let from = 0; from < rows.length; from += 5000) {
	bodies.push({ json: { body: { ...${JSON.stringify(plan)}, PlanName: 'bench-' + Date.now() + '-' + from, Details: rows.slice(from, from + 5000) } } });
}
return bodies;`,
});

const loop = node('Loop', 'n8n-nodes-base.splitInBatches', 3, { batchSize: 1000, options: {} });

/** Connections from each node to the next, all through the first output. */
const chain = (...nodes) => ({
	nodes,
	connections: Object.fromEntries(
		nodes
			.slice(0, -1)
			.map(({ name }, index) => [
				name,
				{ main: [[{ node: nodes[index + 1].name, type: 'main', index: 0 }]] },
			]),
	),
});

function looped(url) {
	const request = httpRequest(url, oneBody);
	const { nodes, connections } = chain(loop, aggregate, request);
	const to = (name) => [{ node: name, type: 'main', index: 0 }];
	connections[loop.name] = { main: [[], to(aggregate.name)] };
	connections[request.name] = { main: [to(loop.name)] };
	return { nodes, connections };
}

const oneByOne = node('One By One', 'n8n-nodes-airudder-bench.oneByOne', 1, {
	strategy: plan.Strategy,
	sipLine: plan.SIPLine,
	planName: "={{ 'bench-' + $now.toMillis() + '-' + $itemIndex }}",
	...Object.fromEntries(columns.map((name) => [name, `={{ $json.${name} }}`])),
});

const evaluated = (url) =>
	node('Evaluated', 'n8n-nodes-airudder-bench.evaluated', 1, {
		url: `${url}/service/cloud/v2/plan`,
		plan: JSON.stringify({ ...plan, PlanName: 'bench-evaluated' }),
		contacts: below(),
	});

const automatic = {
	mappingMode: 'autoMapInputData',
	value: null,
	matchingColumns: [],
	schema: [],
};

/** Create Plan with so many plans on their way at once, of 100 contacts each. */
export const atOnce = (concurrency) => ({
	id: `${concurrency} at once`,
	build: () => chain(createPlan(automatic, { contactsPerPlan: 100, concurrency })),
});

/**
 * `most` is the largest number of rows a variant is measured with: beyond it the service refuses the
 * request, or the run takes minutes.
 *
 * `sends` is false where nobody is called.
 *
 * `build(url)` gives the nodes behind the rows, and how they are connected; `url` is the service's.
 */
export const variants = [
	{
		id: 'automatic',
		title: 'Create Plan, mapped automatically',
		most: Infinity,
		build: () => chain(createPlan(automatic)),
	},
	{
		id: 'below',
		title: 'Create Plan, each column mapped',
		most: Infinity,
		build: () => chain(createPlan(below())),
	},
	{
		id: 'expression',
		title: 'Create Plan, one real expression',
		most: Infinity,
		build: () => chain(createPlan(below({ Debtor: '={{ $json.Debtor.toUpperCase() }}' }))),
	},
	{
		id: 'aggregate',
		title: 'Aggregate, HTTP Request',
		most: 10_000,
		build: (url) => chain(aggregate, httpRequest(url, oneBody)),
	},
	{
		id: 'code',
		title: 'Code, HTTP Request',
		most: 100_000,
		build: (url) => chain(code, httpRequest(url, '={{ JSON.stringify($json.body) }}')),
	},
	{
		id: 'loop',
		title: 'Loop Over Items (1,000), Aggregate, HTTP Request',
		most: 100_000,
		build: looped,
	},
	{
		id: 'evaluator',
		title: 'A node that maps through the evaluator',
		most: 1_000,
		build: (url) => chain(evaluated(url)),
	},
	{
		id: 'oneByOne',
		title: 'A declarative node, one request a row',
		most: 1_000,
		build: () => chain(oneByOne),
	},
	{
		id: 'reads',
		title: 'A node that reads each row, and sends nothing',
		most: Infinity,
		sends: false,
		build: () => chain(node('Reads', 'n8n-nodes-airudder-bench.reads', 1, {})),
	},
];

/** Nodes that send requests. */
const asks = /aiRudder$|evaluated$|oneByOne$|httpRequest$/;

/** The workflow of a variant over `count` rows. @param credential {id, name} */
export function workflowOf({ id, build }, { url, count, bad, credential }) {
	const { nodes, connections } = build(url);
	const start = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});
	const rows = node('Rows', 'n8n-nodes-airudder-bench.rows', 1, { count, bad });
	const all = [start, rows, ...nodes].map((one, index) => ({
		...one,
		id: `bench-${index}`,
		position: [index * 200, 0],
		...(asks.test(one.type) ? { credentials: { aiRudderApi: credential } } : {}),
	}));
	const to = (name) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return {
		name: `bench ${id}`,
		nodes: all,
		connections: { Start: to('Rows'), Rows: to(nodes[0].name), ...connections },
		settings: { executionOrder: 'v1' },
	};
}

/** The bodies that have to be sent for `count` rows, 5,000 contacts each. */
export const bodiesOf = (rows) =>
	Array.from({ length: Math.ceil(rows.length / 5_000) }, (_, index) => ({
		...plan,
		PlanName: `bench-limit-${index}`,
		Details: rows.slice(index * 5_000, (index + 1) * 5_000),
	}));
