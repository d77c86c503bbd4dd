import type { INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** One connection that carries items. */
export const main = [NodeConnectionTypes.Main];

const two = (first: string) =>
	`[{ type: "main", displayName: "${first}" }, { type: "main", displayName: "Rejected" }]`;

/** Operations that send all rows together have two outputs, the others one. */
export const outputs: INodeTypeDescription['outputs'] = `={{ $parameter["resource"] === "plan" ? ${two('Plans')} : $parameter["resource"] === "workflow" && $parameter["operation"] !== "find" ? ${two('Workflows')} : ["main"] }}`;
