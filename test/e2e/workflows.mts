import type {
	INode,
	INodeExecutionData,
	IWorkflowBase,
	NodeParameterValueType,
} from 'n8n-workflow';
import { withCredential } from '../../scripts/open/example.mjs';
import type { Stage } from './world.mts';

export type Node = Pick<INode, 'name' | 'type' | 'typeVersion'> & {
	parameters?: Record<string, NodeParameterValueType | object>;
} & Partial<Omit<INode, 'parameters'>>;

export type Workflow = Required<Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'settings'>>;

/** The name of the node under test, and of the one that starts a workflow by hand. */
export const ours = 'AI Rudder';
export const start = 'Start';

/** The same n8n may be tested twice, and remembers for each workflow what it has sent. */
export const unique = Date.now().toString(36);

/** How an execution ended, and what left the node under test. */
export interface Ran {
	status: string;
	error?: { message: string; description?: string };
	outputs: INodeExecutionData[][];
	/** The output of each node, as n8n keeps it. */
	runData: Record<string, Array<{ data?: { main: INodeExecutionData[][] }; hints?: object[] }>>;
}

/** Nodes one behind the other, each fed by the first output of the one before. */
export function chain(name: string, nodes: Node[]): Workflow {
	return {
		name,
		nodes: nodes.map((node, index) => ({
			id: `00000000-0000-4000-8000-00000000000${index}`,
			position: [index * 220, 0],
			parameters: {},
			...node,
		})) as INode[],
		connections: Object.fromEntries(
			nodes.slice(1).map((node, index) => {
				const link = { node: node.name, type: 'main' as const, index: 0 };
				return [nodes[index]?.name ?? '', { main: [[link]] }];
			}),
		),
		settings: { executionOrder: 'v1' },
	};
}

export const manualStart: Node = {
	name: start,
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
};

/** Makes an item of each element of the list `field`. */
export const splitOut = (field: string): Node => ({
	name: 'Split Out',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: field, options: {} },
});

/** A node that gives these rows, one item each. */
export const rowNodes = (rows: object[]): Node[] => [
	{
		name: 'Rows',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ rows }), options: {} },
	},
	splitOut('rows'),
];

export const aiRudder = (parameters: Node['parameters'], settings: Partial<INode> = {}): Node => ({
	name: ours,
	type: 'n8n-nodes-airudder.aiRudder',
	typeVersion: 1,
	parameters,
	...settings,
});

/** Rows, and the parameters and settings of the node under test. */
type Flow = [rows: object[], parameters: Node['parameters'], settings?: Partial<INode>];

/**
 * Puts a workflow into n8n that gives the rows to the node under test. Called again in the same test it
 * changes the same workflow, which keeps what n8n remembers about it.
 */
export async function putRows(
	{ api, credential }: Stage,
	...[rows, parameters, settings]: Flow
): Promise<Workflow & { id: string }> {
	const name = `${unique} ${expect.getState().currentTestName}`.slice(0, 120);
	const nodes = [manualStart, ...rowNodes(rows), aiRudder(parameters, settings)];
	return await api.putWorkflow(withCredential(chain(name, nodes), credential));
}

/** Runs what `putRows` puts there to its end, from its manual start. */
export async function runRows(stage: Stage, ...flow: Flow): Promise<Ran> {
	const workflow = await putRows(stage, ...flow);
	return ran(await stage.api.runWorkflow(workflow, start));
}

/** Has n8n get a token from the sandbox, so that no request for one comes in between later. */
export async function getToken({ api, credential }: Stage): Promise<void> {
	const list = aiRudder({ resource: 'strategy', operation: 'list' });
	const workflow = await api.putWorkflow(
		withCredential(chain('Get a token', [manualStart, list]), credential),
	);
	expect(await api.runWorkflow(workflow, start)).toMatchObject({ status: 'success' });
}

/** Reads an execution as `N8nApi` gives it. */
export function ran({ status, error, runData = {} }: Omit<Ran, 'outputs'>): Ran {
	const outputs = (runData[ours]?.at(-1)?.data?.main ?? []).map((items) => items ?? []);
	return { status, error, runData, outputs };
}
