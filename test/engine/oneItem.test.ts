import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { RoutingNode } from 'n8n-core';
import { borrower, borrowers } from '../rows';
import { ourPackage } from './n8n/run';
import { useSandbox } from './sandboxed';

const { create, planBodies, sandbox } = useSandbox();

/** Older AI agents, and n8n before 1.82, run the declarative engine and never the custom operation. */
async function asOlderAgents() {
	const { node } = await ourPackage();
	const { customOperations } = node;
	node.customOperations = undefined;
	node.execute = async function (this: IExecuteFunctions) {
		return (await new RoutingNode(this as never, node).runNode()) as INodeExecutionData[][];
	};
	return () => {
		node.customOperations = customOperations;
		node.execute = undefined;
	};
}

describe('Create Plan run by the declarative engine', () => {
	let restore: () => void;
	beforeEach(async () => {
		restore = await asOlderAgents();
	});
	afterEach(() => restore());

	it('makes a plan of one row', async () => {
		const { outputs, error } = await create([borrower(1)]);

		expect(error).toBeUndefined();
		expect(planBodies()).toMatchObject([{ Perform: 1, Details: [borrower(1)] }]);
		expect(outputs[0]).toMatchObject([
			{ json: { status: 'created', contactsSent: 1 }, pairedItem: [{ item: 0 }] },
		]);
	});

	it('gives a rejected row with its reason', async () => {
		const { outputs } = await create([borrower(1, { Mobile: 'none' })]);

		expect(outputs[0]).toMatchObject([{ json: { rejection: { by: 'check' } } }]);
		expect(planBodies()).toEqual([]);
	});

	it('refuses several rows instead of creating a plan for each', async () => {
		const { error } = await create(borrowers(2));

		expect(error?.message).toMatch(/several rows/);
		expect(sandbox().plans).toEqual([]);
	});
});
