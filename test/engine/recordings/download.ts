import type { INodeExecutionData } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';
import { keyAndSecret } from '../builders';
import { run } from '../n8n/run';

/** Bytes of each recording of the sandbox. */
export const WAV_SIZE = 8_044;

/** Runs Download Recording, from a link unless the parameters say otherwise. */
export const downloadFrom =
	(sandbox: () => Sandbox) =>
	async (parameters: object, rows: object[] = [{}], account: object = {}) =>
		await run({
			rows,
			parameters: {
				resource: 'recording',
				operation: 'download',
				source: 'link',
				binaryPropertyName: 'data',
				options: {},
				...parameters,
			},
			credentials: { ...keyAndSecret(sandbox()), ...account },
		});

/** How many bytes the file in an item's field `data` has; undefined without one. */
export const bytesIn = (item: INodeExecutionData | undefined): number | undefined =>
	item?.binary?.data && Buffer.from(item.binary.data.data, 'base64').length;
