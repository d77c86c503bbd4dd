import type {
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INode,
	NodeParameterValueType,
} from 'n8n-workflow';
import type { Row } from '../contacts/columns';
import type { PlanMemory } from './memory';
import { executionMemory, NO_MEMORY } from './memory';
import type { ServiceContext } from '../transport/request';

/**
 * What a batch operation needs of n8n, the same for the whole node (all items at once) and for one item
 * of the declarative engine.
 */
export interface RunContext {
	service: ServiceContext;
	node: INode;
	rows: readonly Row[];
	timezone: string;
	/** The first input item's number. */
	firstItem: number;
	/** A parameter as it is stored, its expressions not evaluated. */
	raw(name: string, fallback: unknown): unknown;
	/** A parameter that cannot differ from row to row. */
	parameter<T>(name: string, fallback: T): T;
	/** @param expression with its braces, without the leading `=` */
	evaluate(expression: string, row: number): unknown;
	cancelled(): boolean;
	memory: PlanMemory;
}

const RAW = { rawExpressions: true } as const;

export function allItems(node: IExecuteFunctions): RunContext {
	return {
		service: node,
		node: node.getNode(),
		rows: node.getInputData().map(({ json }) => json),
		timezone: node.getTimezone(),
		firstItem: 0,
		raw: (name, fallback) => node.getNodeParameter(name, 0, fallback, RAW),
		parameter: <T>(name: string, fallback: T) => node.getNodeParameter(name, 0, fallback) as T,
		evaluate: (expression, row) => node.evaluateExpression(expression, row),
		cancelled: () => node.getExecutionCancelSignal()?.aborted ?? false,
		memory: executionMemory(node),
	};
}

export function oneItem(node: IExecutePaginationFunctions): RunContext {
	const index = node.getItemIndex();
	return {
		service: node,
		node: node.getNode(),
		rows: [node.getInputData() as unknown as { json: Row }].map(({ json }) => json),
		timezone: node.getTimezone(),
		firstItem: index,
		raw: (name, fallback) => node.getNodeParameter(name, fallback as NodeParameterValueType, RAW),
		parameter: <T>(name: string, fallback: T) =>
			node.getNodeParameter(name, fallback as NodeParameterValueType) as T,
		evaluate: (expression) => node.evaluateExpression(expression, index),
		cancelled: () => false,
		memory: NO_MEMORY,
	};
}
