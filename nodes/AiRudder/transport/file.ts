import type { IExecuteFunctions } from 'n8n-workflow';
import type { HttpReply } from './envelope';
import { ServiceFailure } from './failure';

/** Node's stream of bytes, as n8n takes it. */
type Readable = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Uint8Array
>;

/** A file on its way, its bytes not read yet. */
export interface ServiceFile {
	stream: Readable;
	/** Without parameters, in lower case; empty when the sender did not tell. */
	contentType: string;
	/** Bytes, as far as the sender tells. */
	size: number | undefined;
	/** From `Content-Disposition`, its last part alone. */
	fileName: string | undefined;
}

/** Bytes of an answer that is not a file: an error, a page. */
const MOST_TEXT = 1_048_576;

const isStream = (body: unknown): body is Readable =>
	typeof body === 'object' && body !== null && 'pipe' in body;

/**
 * Turns a reply whose body is a stream into one that reads like every other: a file into the envelope of a
 * success with the file as its `data`, anything else into text.
 */
export async function readFileReply(reply: HttpReply): Promise<HttpReply> {
	const { statusCode, headers, body } = reply;
	if (!isStream(body)) return reply;
	const contentType = typeOf(headers);
	const isText = /^text\/|json|html/.test(contentType);
	if (statusCode !== 200 || isText) return { ...reply, body: await textOf(body) };
	const length = Number(headers['content-length']);
	const file: ServiceFile = {
		stream: body,
		contentType,
		size: Number.isInteger(length) && length >= 0 ? length : undefined,
		fileName: nameIn(headers['content-disposition']),
	};
	return { ...reply, body: { code: 200, data: file } };
}

/**
 * The bytes of a file, ended with an error once there are too many.
 *
 * @param most bytes
 * @returns the stream, and how many bytes of it were read so far
 * @throws ServiceFailure at once when the sender tells that there are too many
 */
export function capped({ stream, size }: ServiceFile, most: number) {
	if (size !== undefined && size > most) {
		stream.destroy();
		throw tooLarge(most);
	}
	let read = 0;
	const bytes = stream.map((chunk: Uint8Array) => {
		read += chunk.length;
		if (read > most) throw tooLarge(most);
		return chunk;
	});
	return { bytes, read: () => read };
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576).toLocaleString('en-US')} MB`;

const tooLarge = (most: number) =>
	new ServiceFailure(`The file is larger than ${megabytes(most)}`, {
		advice: "Raise the option 'Largest File'",
		acted: 'no',
	});

export const empty = () =>
	new ServiceFailure('The file is empty', {
		advice: 'The recording may not be ready yet. Try again in a few minutes',
		acted: 'no',
	});

const typeOf = (headers: HttpReply['headers']): string =>
	String(headers['content-type'] ?? '')
		.replace(/;.*/, '')
		.trim()
		.toLowerCase();

/** `attachment; filename="a.wav"` → `a.wav`. A name must not lead to another folder. */
function nameIn(disposition: unknown): string | undefined {
	const found = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(String(disposition ?? ''));
	return safeName(found?.[1] ?? found?.[2] ?? '');
}

/** The last part of a path, undefined when nothing of it can be used as the name of a file. */
export function safeName(path: string): string | undefined {
	const [name = ''] = path.split(/[\\/]/).slice(-1);
	const usable = name.replace(/[^\w. ()-]/g, '_').slice(-120);
	return /\w/.test(usable) ? usable : undefined;
}

async function textOf(stream: Readable): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream as AsyncIterable<Uint8Array>) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > MOST_TEXT) break;
	}
	return Buffer.concat(chunks).toString('utf8');
}
