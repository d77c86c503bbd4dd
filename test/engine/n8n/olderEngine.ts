import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { RoutingNode } from 'n8n-core';
import { ourPackage } from './run';

/**
 * Older AI agents, and n8n before 1.82, run the declarative engine and never the custom operation. So do
 * the tests of the block that calls this.
 */
export function useOlderEngine(): void {
	let restore: () => void;
	beforeEach(async () => {
		const { node } = await ourPackage();
		const { customOperations } = node;
		node.customOperations = undefined;
		node.execute = async function (this: IExecuteFunctions) {
			return (await new RoutingNode(this as never, node).runNode()) as INodeExecutionData[][];
		};
		restore = () => {
			node.customOperations = customOperations;
			node.execute = undefined;
		};
	});
	afterEach(() => restore());
}
