import type {
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRunExecutionData,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import type { Row } from '../../../nodes/AiRudder/contacts/columns';

const NODE = 'Create Plan';
const BEFORE = 'Rows';

const nodeOf = (name: string, parameters: INodeParameters = {}): INode => ({
	id: name,
	name,
	type: 'any',
	typeVersion: 1,
	position: [0, 0],
	parameters,
});

const nodeType = {
	description: { properties: [], inputs: ['main'], outputs: ['main'], defaults: {}, group: [] },
} as unknown as INodeType;

const nodeTypes = {
	getByName: () => nodeType,
	getByNameAndVersion: () => nodeType,
	getKnownTypes: () => ({}),
};

/**
 * n8n's own evaluator in a node that gets these rows from the node before it.
 *
 * @param parameters of the node
 * @returns `node`, `rows`, `evaluate(expression, row)` as the node has it, and the expressions it was called with
 */
export function evaluation(rows: Row[], parameters?: INodeParameters) {
	const node = nodeOf(NODE);
	const workflow = new Workflow({
		id: 'evaluation',
		nodes: [nodeOf(BEFORE), node],
		connections: { [BEFORE]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes,
	});
	const items = rows.map((json, item) => ({ json, pairedItem: { item } })) as INodeExecutionData[];
	const taskData = { data: { main: [items] }, source: [], startTime: 0, executionTime: 0 };
	const runData = { resultData: { runData: { [BEFORE]: [taskData] } } };
	const executeData = {
		data: { main: [items] },
		node,
		source: { main: [{ previousNode: BEFORE }] },
	};
	const asked: string[] = [];
	return {
		// The workflow's own has no parameters, since its type has none.
		node: nodeOf(NODE, parameters),
		rows,
		asked,
		evaluate(expression: string, row: number): unknown {
			asked.push(expression);
			return workflow.expression.resolveSimpleParameterValue(
				`=${expression}`,
				{},
				runData as unknown as IRunExecutionData,
				0,
				row,
				NODE,
				items,
				'manual',
				{},
				executeData,
			);
		},
	};
}
