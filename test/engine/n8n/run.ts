import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	ITaskData,
	NodeParameterValueType,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { StoredCredentials } from './credentials';
import { additionalData, aiRudder, execute, itemsOf, placed } from './execute';
import type { Package } from './package';
import { loadPackage } from './package';
import { processedItems, startProcessedItems } from './processedItems';

export interface RunOptions {
	parameters: Record<string, NodeParameterValueType | object>;
	/** Rows of the node before. */
	rows: object[];
	/** What the credential holds, when there is no `store`. */
	credentials?: ICredentialDataDecryptedObject;
	/** Settings of the node, such as `onError` or `retryOnFail`. */
	node?: Partial<INode>;
	timezone?: string;
	/** Keeps a credential and what n8n stored in it over several runs. */
	store?: StoredCredentials;
	/** The package as another process has it. */
	ours?: Package;
}

export interface RunResult {
	/** The node's outputs: for batch operations Plans, Rejected and, if there is one, the error output. */
	outputs: INodeExecutionData[][];
	plans: IDataObject[];
	rejected: IDataObject[];
	error?: { name: string; message: string; description?: string | null; context?: IDataObject };
	hints: string[];
	/** How the editor shows the first of them, which tells what became of all rows. */
	summaryType: string | undefined;
	/** The whole execution as n8n would save it. */
	saved: string;
	store: StoredCredentials;
}

export const NODE = 'AI Rudder';

let loaded: Promise<Package> | undefined;
export const ourPackage = async () => await (loaded ??= loadPackage());

export async function newStore(data: ICredentialDataDecryptedObject): Promise<StoredCredentials> {
	const store = new StoredCredentials((await ourPackage()).credentials);
	store.data.set('1', { ...data });
	return store;
}

/** Runs Source → AI Rudder on n8n's published engine. */
export async function run(options: RunOptions): Promise<RunResult> {
	const { nodeTypes } = options.ours ?? (await ourPackage());
	await startProcessedItems();
	const store = options.store ?? (await newStore(options.credentials ?? {}));
	const source = placed('Rows', 'test.source');
	const parameters = options.parameters as INode['parameters'];
	const nodes = [source, aiRudder(NODE, { parameters, ...options.node })];
	const workflow = new Workflow({
		id: processedItems.workflowId,
		nodes,
		connections: { Rows: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: options.timezone ?? 'UTC' },
	});
	const data = additionalData(store, nodes);
	const finished = await execute(workflow, source, itemsOf(options.rows), data);
	const { resultData } = finished.data;
	const task: ITaskData | undefined = resultData.runData[NODE]?.[0];
	const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
	const json = (output: number) => (outputs[output] ?? []).map((item) => item.json);
	return {
		outputs,
		plans: json(0),
		rejected: json(1),
		error: resultData.error as RunResult['error'],
		hints: (task?.hints ?? []).map(({ message }) => message),
		summaryType: task?.hints?.[0]?.type,
		saved: JSON.stringify(finished.data),
		store,
	};
}
