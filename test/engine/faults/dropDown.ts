import { LoadOptionsContext } from 'n8n-core';
import type { INode, INodeListSearchResult, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { createPlan } from '../builders';
import type { StoredCredentials } from '../n8n/credentials';
import type { RunOptions } from '../n8n/run';
import { aiRudder } from '../n8n/execute';
import { NODE, ourPackage } from '../n8n/run';

/** Opens the drop-down of the parameter Strategy, as n8n's editor does. */
export async function openDropDown(
	store: StoredCredentials,
	parameters: RunOptions['parameters'],
	filter = '',
): Promise<INodeListSearchResult> {
	const { node: type, nodeTypes } = await ourPackage();
	const node = aiRudder(NODE, { parameters: createPlan(parameters) as INode['parameters'] });
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additional = {
		credentialsHelper: store,
		currentNodeParameters: node.parameters,
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, node, additional, 'strategy');
	const search = type.methods?.listSearch?.searchStrategies;
	if (!search) throw new Error('No search');
	return await search.call(context, filter);
}
