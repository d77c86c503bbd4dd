import type {
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INode,
	INodeExecutionData,
	NodeParameterValueType,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Row } from '../contacts/columns';
import type { ServiceContext } from '../transport/request';
import type { BatchKind } from './batchKind';
import type { PlanMemory } from './memory';
import { executionContext, executionMemory, oneItemMemory } from './memory';
import { isRowFree } from './expressions';
import { rowsOf } from './tool';

/**
 * What a batch operation needs of n8n, the same for the whole node (all items at once) and for one item
 * of the declarative engine.
 */
export interface RunContext {
	kind: BatchKind;
	service: ServiceContext;
	node: INode;
	rows: readonly Row[];
	timezone: string;
	/** The first input item's number. */
	firstItem: number;
	/** A parameter as it is stored, its expressions not evaluated. */
	raw(name: string, fallback: unknown): unknown;
	/**
	 * A parameter that is the same for all rows.
	 *
	 * @throws NodeOperationError when it is an expression that may differ from row to row
	 */
	parameter<T>(name: string, fallback: T): T;
	/** @param expression with its braces, without the leading `=` */
	evaluate(expression: string, row: number): unknown;
	cancelled(): boolean;
	memory: PlanMemory;
}

const RAW = { rawExpressions: true } as const;

export function allItems(node: IExecuteFunctions, kind: BatchKind): RunContext {
	const rows = rowsOf(node.getNode(), node.getInputData());
	const raw = (name: string, fallback: unknown) => node.getNodeParameter(name, 0, fallback, RAW);
	return {
		kind,
		service: node,
		node: node.getNode(),
		rows,
		timezone: node.getTimezone(),
		firstItem: 0,
		raw,
		parameter: <T>(name: string, fallback: T) => {
			if (rows.length > 1) refuseRowExpression(node.getNode(), name, raw(name, fallback));
			return node.getNodeParameter(name, 0, fallback) as T;
		},
		evaluate: (expression, row) => node.evaluateExpression(expression, row),
		cancelled: () => node.getExecutionCancelSignal()?.aborted ?? false,
		memory: executionMemory(node),
	};
}

export function oneItem(node: IExecutePaginationFunctions, kind: BatchKind): RunContext {
	const index = node.getItemIndex();
	const item = node.getInputData() as unknown as INodeExecutionData;
	return {
		kind,
		service: node,
		node: node.getNode(),
		rows: rowsOf(node.getNode(), [item]),
		timezone: node.getTimezone(),
		firstItem: index,
		raw: (name, fallback) => node.getNodeParameter(name, fallback as NodeParameterValueType, RAW),
		parameter: <T>(name: string, fallback: T) =>
			node.getNodeParameter(name, fallback as NodeParameterValueType) as T,
		evaluate: (expression) => node.evaluateExpression(expression, index),
		cancelled: () => false,
		memory: oneItemMemory(executionContext(node)),
	};
}

/** Read for the first row it would decide for all the others, without a word. */
function refuseRowExpression(node: INode, name: string, stored: unknown): void {
	if (typeof stored !== 'string' || !stored.startsWith('=') || isRowFree(stored.slice(1))) return;
	throw new NodeOperationError(node, `'${labelOf(name)}' cannot differ from row to row`, {
		description:
			'Choose one value, or an expression that does not look at the row. Split the rows before this node where they need different ones',
		itemIndex: 0,
	});
}

/** `options.dateFormat` → `Date Format` */
export const labelOf = (name: string) =>
	name
		.replace(/^.*\./, '')
		.replace(/[A-Z]/g, (capital) => ` ${capital}`)
		.replace(/^./, (first) => first.toUpperCase());
