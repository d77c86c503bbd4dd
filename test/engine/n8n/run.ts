import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	ITaskData,
	IWorkflowExecuteAdditionalData,
	NodeParameterValueType,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { StoredCredentials } from './credentials';
import { loadPackage } from './package';
import { processedItems, startProcessedItems } from './processedItems';

export interface RunOptions {
	parameters: Record<string, NodeParameterValueType | object>;
	/** Rows of the node before. */
	rows: object[];
	credentials: ICredentialDataDecryptedObject;
	/** Settings of the node, such as `onError` or `retryOnFail`. */
	node?: Partial<INode>;
	timezone?: string;
	/** Keeps a credential and what n8n stored in it over several runs. */
	store?: StoredCredentials;
}

export interface RunResult {
	/** The node's outputs: for batch operations Plans, Rejected and, if there is one, the error output. */
	outputs: INodeExecutionData[][];
	plans: IDataObject[];
	rejected: IDataObject[];
	error?: { name: string; message: string; description?: string | null; context?: IDataObject };
	hints: string[];
	/** The whole execution as n8n would save it. */
	saved: string;
	store: StoredCredentials;
}

export const NODE = 'AI Rudder';

let loaded: ReturnType<typeof loadPackage> | undefined;
export const ourPackage = async () => await (loaded ??= loadPackage());

export async function newStore(data: ICredentialDataDecryptedObject): Promise<StoredCredentials> {
	const store = new StoredCredentials((await ourPackage()).credentials);
	store.data.set('1', { ...data });
	return store;
}

/** Runs Source → AI Rudder on n8n's published engine. */
export async function run(options: RunOptions): Promise<RunResult> {
	const { nodeTypes } = await ourPackage();
	await startProcessedItems();
	const store = options.store ?? (await newStore(options.credentials));
	const nodes: INode[] = [
		{
			id: 'a',
			name: 'Rows',
			type: 'test.source',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
		{
			id: 'b',
			name: NODE,
			type: 'n8n-nodes-airudder.aiRudder',
			typeVersion: 1,
			position: [200, 0],
			parameters: options.parameters as INode['parameters'],
			credentials: { aiRudderApi: { id: '1', name: 'AI Rudder' } },
			...options.node,
		},
	];
	const workflow = new Workflow({
		id: processedItems.workflowId,
		nodes,
		connections: { Rows: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: options.timezone ?? 'UTC' },
	});
	const items = options.rows.map((json) => ({ json: json as IDataObject }));
	const source = nodes[0] as INode;
	const runData = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node: source, data: { main: [items] }, source: null }],
		},
	});
	const engine = new WorkflowExecute(additionalData(store, nodes), 'manual', runData);
	const finished = await engine.processRunExecutionData(workflow);
	const { resultData } = finished.data;
	const task: ITaskData | undefined = resultData.runData[NODE]?.[0];
	const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
	const json = (output = 0) => (outputs[output] ?? []).map((item) => item.json);
	return {
		outputs,
		plans: json(0),
		rejected: json(1),
		error: resultData.error as RunResult['error'],
		hints: (task?.hints ?? []).map(({ message }) => message),
		saved: JSON.stringify(finished.data),
		store,
	};
}

export function additionalData(
	store: StoredCredentials,
	nodes: INode[],
): IWorkflowExecuteAdditionalData {
	const workflowData = {
		id: processedItems.workflowId,
		name: 'w',
		nodes,
		connections: {},
		active: false,
	};
	return {
		credentialsHelper: store,
		hooks: new ExecutionLifecycleHooks('manual', '1', workflowData as never),
		executionId: '1',
		variables: {},
		currentNodeExecutionIndex: 0,
		restApiUrl: 'http://127.0.0.1/rest',
		instanceBaseUrl: 'http://127.0.0.1/',
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
	} as unknown as IWorkflowExecuteAdditionalData;
}
