import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypes,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { additionalData, execute, itemsOf } from '../n8n/execute';
import { plainNode } from '../n8n/package';
import { processedItems, startProcessedItems } from '../n8n/processedItems';
import { newStore, ourPackage } from '../n8n/run';
import { keyAndSecret } from '../builders';
import { useSandbox } from '../sandboxed';
import { isOurs } from './parameters';
import type { Example } from './read';
import { nodeOf, readExample } from './read';

interface Ran {
	/** What left each of this package's nodes that ran, by output. */
	outputs: Record<string, INodeExecutionData[][]>;
	/** The parameters of each outside node that was reached, as its expressions give them, by item. */
	given: Record<string, IDataObject[]>;
	error?: { message: string };
}

interface From {
	/** The node that begins; what is before it does not run. */
	node: string;
	/** Its input items, or what it starts the workflow with. */
	items: object[];
	credentials: ICredentialDataDecryptedObject;
	/** Outside nodes that hand on their items. All others end their branch. */
	pass?: string[];
}

/** A sandbox, and a way to run an example against it from one of its nodes on. */
export function useExamples() {
	const fresh = useSandbox();
	return {
		...fresh,
		run: async (file: string, node: string, items: object[], pass: string[] = []): Promise<Ran> => {
			const credentials = keyAndSecret(fresh.sandbox());
			return await runFrom(readExample(file), { node, items, pass, credentials });
		},
	};
}

/**
 * Runs an example on n8n's engine from one node on. Nodes of other packages are not there: in their place their
 * parameters are kept as the nodes would read them.
 */
export async function runFrom(example: Example, from: From): Promise<Ran> {
	const ours = await ourPackage();
	await startProcessedItems();
	const given: Ran['given'] = {};
	const outside = outsideNode(example, given, from.pass ?? []);
	const byName: INodeTypes['getByNameAndVersion'] = (type) =>
		type.startsWith('n8n-nodes-airudder.') ? ours.nodeTypes.getByNameAndVersion(type) : outside;
	const nodes = structuredClone(example.nodes).map((node) =>
		isOurs(node) ? { ...node, credentials: { aiRudderApi: { id: '1', name: 'Sandbox' } } } : node,
	);
	const workflow = new Workflow({
		id: processedItems.workflowId,
		nodes,
		connections: example.connections,
		active: false,
		nodeTypes: { getByName: byName, getByNameAndVersion: byName, getKnownTypes: () => ({}) },
		settings: { ...example.settings, timezone: 'UTC' },
	});
	const start = nodeOf({ ...example, nodes }, from.node);
	const data = additionalData(await newStore(from.credentials), nodes);
	const { resultData } = (await execute(workflow, start, itemsOf(from.items), data)).data;
	const outputs: Ran['outputs'] = {};
	for (const { name } of nodes.filter(isOurs)) {
		const main = resultData.runData[name]?.at(-1)?.data?.main;
		if (main) outputs[name] = main.map((output) => output ?? []);
	}
	return { outputs, given, error: resultData.error };
}

const outsideNode = (example: Example, given: Ran['given'], pass: string[]): INodeType =>
	plainNode(async function () {
		const { name } = this.getNode();
		const { parameters } = nodeOf(example, name);
		const items = this.getInputData();
		given[name] = items.map((_, item) => resolved(this, parameters, item) as IDataObject);
		return [pass.includes(name) ? items : []];
	});

function resolved(context: IExecuteFunctions, value: unknown, item: number): unknown {
	if (typeof value === 'string') {
		return value.startsWith('=') ? context.evaluateExpression(value.slice(1), item) : value;
	}
	if (Array.isArray(value)) return value.map((each) => resolved(context, each, item));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, each]) => [key, resolved(context, each, item)]),
	);
}
