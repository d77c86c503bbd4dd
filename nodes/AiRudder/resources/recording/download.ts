import type { IExecutePaginationFunctions, INodeExecutionData } from 'n8n-workflow';
import { ServiceFailure } from '../../transport/failure';
import type { ServiceFile } from '../../transport/file';
import { capped, empty, safeName } from '../../transport/file';
import { fetchLink } from '../../transport/link';
import { toNodeError } from '../../transport/nodeError';
import { CREDENTIAL } from '../../transport/request';
import type { RequestOptions } from '../../transport/requestOptions';
import { networkOf } from '../../transport/requestOptions';
import { withRetries } from '../../transport/retry';
import { ask } from '../operation';
import { asItem } from '../replies';
import { pathOf, userFields } from '../userFields';

/** Milliseconds to wait for the beginning of a file. */
const TIMEOUT = 120_000;

const MEGABYTE = 1_048_576;

interface Options {
	allowedHosts?: string;
	fileName?: string;
	/** MB */
	largestFile?: number;
}

/**
 * Download Recording: a file from a link, or from the service's own endpoints (CLIENT: paths; query and reply
 * not known), straight into n8n's binary store.
 *
 * @throws NodeApiError or NodeOperationError with the item's number
 */
export async function downloadRecording(
	this: IExecutePaginationFunctions,
): Promise<INodeExecutionData[]> {
	const item = this.getItemIndex();
	try {
		const options = this.getNodeParameter('options', {}) as Options;
		const fromLink = this.getNodeParameter('source', 'link') === 'link';
		const fetched = fromLink ? await linkedFile(this, options) : await serviceFile(this);
		if (!isFile(fetched)) return [{ json: asItem(fetched), pairedItem: { item } }];
		return [{ ...(await intoStore(this, fetched, options)), pairedItem: { item } }];
	} catch (error) {
		throw toNodeError(this.getNode(), error, item);
	}
}

const isFile = (data: unknown): data is ServiceFile =>
	typeof data === 'object' && data !== null && 'stream' in data;

async function linkedFile(
	context: IExecutePaginationFunctions,
	{ allowedHosts = '' }: Options,
): Promise<ServiceFile> {
	const { baseUrl } = await context.getCredentials(CREDENTIAL);
	const link = String(context.getNodeParameter('link', '') ?? '').trim();
	const request = requestOptions(context);
	const file = await withRetries(
		async () =>
			await fetchLink(context, link, {
				baseUrl: String(baseUrl),
				allowedHosts: allowedHosts.split(/[\s,;]+/).filter((host) => host !== ''),
				timeout: request.timeout,
				network: networkOf(request),
			}),
		() => true,
	);
	return { ...file, fileName: file.fileName ?? safeName(new URL(link).pathname) };
}

const serviceFile = async (context: IExecutePaginationFunctions): Promise<unknown> =>
	await ask(
		context,
		{
			method: 'GET',
			path: pathOf(context),
			query: userFields(context, 'queryParameters'),
			harmless: true,
			binary: true,
		},
		requestOptions(context),
	);

const requestOptions = (context: IExecutePaginationFunctions) => {
	const options = context.getNodeParameter('requestOptions', {}) as RequestOptions;
	return { ...options, timeout: options.timeout || TIMEOUT };
};

async function intoStore(
	context: IExecutePaginationFunctions,
	file: ServiceFile,
	{ fileName, largestFile = 100 }: Options,
): Promise<INodeExecutionData> {
	const name = (fileName && safeName(fileName)) || file.fileName || 'recording';
	const { bytes, read } = capped(file, largestFile * MEGABYTE);
	// An unknown type is told by the ending of the name.
	const type = file.contentType === 'application/octet-stream' ? '' : file.contentType;
	const stored = await context.helpers
		.prepareBinaryData(bytes, name, type || undefined)
		.catch((error: unknown) => {
			throw error instanceof ServiceFailure ? error : interrupted();
		});
	if (read() === 0) throw empty();
	const field = String(context.getNodeParameter('binaryPropertyName', 'data'));
	const { fileName: storedName, mimeType, fileSize } = stored;
	return {
		json: { fileName: storedName ?? name, mimeType, fileSize: fileSize ?? null },
		binary: { [field]: stored },
	};
}

const interrupted = () =>
	new ServiceFailure('The file broke off before its end', {
		advice: 'Run the node again',
		acted: 'no',
	});
