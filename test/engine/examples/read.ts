import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IConnections, INode } from 'n8n-workflow';

const FOLDER = path.resolve(__dirname, '../../../examples');

/** A workflow as it is imported. */
export interface Example {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: object;
}

export const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** A copy of its own on each call. */
export const readExample = (file: string): Example =>
	JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Example;

/** @throws Error when the example has no such node */
export function nodeOf({ nodes }: Example, name: string): INode {
	const node = nodes.find((each) => each.name === name);
	if (!node) throw new Error(`There is no node ${name}`);
	return node;
}
