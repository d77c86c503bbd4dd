import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IRun,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';
import type { StoredCredentials } from './credentials';
import { processedItems } from './processedItems';

/** A node as it stands in a workflow. */
export const placed = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

/** This package's node with its credential. */
export const aiRudder = (name: string, more: Partial<INode>): INode =>
	placed(name, 'n8n-nodes-airudder.aiRudder', {
		credentials: { aiRudderApi: { id: '1', name: 'AI Rudder' } },
		...more,
	});

/** Runs a workflow on n8n's engine from one of its nodes on, which gets these items. */
export async function execute(
	workflow: Workflow,
	node: INode,
	items: INodeExecutionData[],
	data: IWorkflowExecuteAdditionalData,
	mode: WorkflowExecuteMode = 'manual',
): Promise<IRun> {
	const runData = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node, data: { main: [items] }, source: null }] },
	});
	return await new WorkflowExecute(data, mode, runData).processRunExecutionData(workflow);
}

export const itemsOf = (rows: object[]): INodeExecutionData[] =>
	rows.map((json) => ({ json: json as IDataObject }));

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
