import { ExecuteContext, RoutingNode } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	INode,
	INodeExecutionData,
	IRunExecutionData,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { additionalData, aiRudder, itemsOf } from './execute';
import { newStore, NODE, ourPackage } from './run';

/**
 * Calls the node as the tool of an older AI Agent: each call with a row of its own, all of them at the same time
 * and within one execution.
 *
 * @param runData the execution, in which n8n keeps what nodes note
 */
export async function callAtOnce(
	rows: object[],
	parameters: INode['parameters'],
	credentials: ICredentialDataDecryptedObject,
	runData: IRunExecutionData,
): Promise<Array<PromiseSettledResult<INodeExecutionData[][]>>> {
	const { node: type, nodeTypes } = await ourPackage();
	const store = await newStore(credentials);
	const node = aiRudder(NODE, { parameters, type: 'n8n-nodes-airudder.aiRudderTool' });
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const data = additionalData(store, [node]);
	return await Promise.allSettled(
		rows.map(async (row) => {
			const items = itemsOf([row]);
			const input = { main: [items] };
			const executeData = { node, data: input, source: null };
			const context = new ExecuteContext(
				workflow,
				node,
				data,
				'manual',
				runData,
				0,
				items,
				input,
				executeData,
				[],
			);
			return ((await new RoutingNode(context, type).runNode()) ?? []) as INodeExecutionData[][];
		}),
	);
}
