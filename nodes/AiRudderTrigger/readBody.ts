/** A body that was read, or the HTTP status and words to refuse it with. The words never quote the body. */
type ReadBody =
	| { readonly body: object; readonly refused?: undefined }
	| {
			readonly body?: undefined;
			readonly refused: { readonly status: 400 | 415; readonly error: string };
	  };

/** Deeper than any notification, and far from where n8n can no longer save an item. */
const DEEPEST = 100;

/**
 * Reads a notification. Its headers are documented (`Content-Type: application/json`), the bodies of most kinds
 * are not: any JSON object or list is taken as it is.
 *
 * @param contentType the header, with or without parameters
 * @param bytes the body as it came; undefined when n8n did not read it
 */
export function readBody(contentType: unknown, bytes: Uint8Array | undefined): ReadBody {
	if (!/^application\/json\s*(;|$)/i.test(typeof contentType === 'string' ? contentType : '')) {
		return refuse(415, 'Send JSON, with Content-Type: application/json');
	}
	const text = Buffer.from(bytes ?? [])
		.toString('utf8')
		.replace(/^\uFEFF/, '');
	if (text.trim() === '') return refuse(400, 'The body is empty');
	if (depthOf(text) > DEEPEST) return refuse(400, 'The body is nested too deeply');
	const body = parsed(text);
	return typeof body === 'object' && body !== null
		? { body }
		: refuse(400, 'The body is not a JSON object or list');
}

const refuse = (status: 400 | 415, error: string): ReadBody => ({ refused: { status, error } });

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The deepest nesting in a JSON text. Goes over the text, as a recursive walk would itself run out of stack. */
function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	let inString = false;
	for (let index = 0; index < text.length; index += 1) {
		const character = text[index];
		if (inString) {
			if (character === '\\') index += 1;
			else if (character === '"') inString = false;
		} else if (character === '"') inString = true;
		else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
		else if (character === '}' || character === ']') depth -= 1;
	}
	return deepest;
}
