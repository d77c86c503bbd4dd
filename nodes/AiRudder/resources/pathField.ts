import type { INodeProperties } from 'n8n-workflow';
import type { Show } from './batchOptions';

/** An address that is not documented publicly, which the user can correct. */
export const pathField = (show: Show, path: string): INodeProperties => ({
	displayName: 'Path',
	name: 'path',
	type: 'string',
	required: true,
	displayOptions: { show },
	default: path,
	placeholder: `e.g. ${path}`,
	description:
		'Where AI Rudder takes this request. It is not documented publicly: correct it when nothing is there.',
});
