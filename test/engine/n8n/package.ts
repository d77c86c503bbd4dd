import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeType, INodeTypes } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

const ROOT = path.resolve(__dirname, '../../..');

/** A node without parameters, in place of one of another package. */
export const plainNode = (execute: NonNullable<INodeType['execute']>): INodeType => ({
	description: {
		displayName: 'Plain',
		name: 'plain',
		group: ['input'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute,
});

/** A node that hands on what it was given; it stands for whatever comes before ours in a workflow. */
const source = plainNode(async function () {
	return [this.getInputData()];
});

/** The built package as n8n itself loads it. */
export async function loadPackage() {
	const loader = new PackageDirectoryLoader(ROOT);
	await loader.loadAll();
	const nodeNamed = (name: string) => loader.getNode(name).type as INodeType;
	const node = nodeNamed('aiRudder');
	const trigger = nodeNamed('aiRudderTrigger');
	const credentials: Record<string, ICredentialType> = Object.fromEntries(
		loader.types.credentials.map(({ name }) => [name, loader.getCredential(name).type]),
	);
	/** n8n makes a type of its own for the tool of an agent, which runs the same node. */
	const ours = (name: string): INodeType =>
		name === 'aiRudderTool'
			? Object.create(node, { description: { value: { ...node.description, name } } })
			: nodeNamed(name);
	const byName = (name: string): INodeType =>
		name === 'test.source' ? source : ours(name.slice(name.indexOf('.') + 1));
	const nodeTypes: INodeTypes = {
		getByName: byName,
		getByNameAndVersion: byName,
		getKnownTypes: () => ({}),
	};
	return { loader, node, trigger, nodeTypes, credentials };
}

export type Package = Awaited<ReturnType<typeof loadPackage>>;
