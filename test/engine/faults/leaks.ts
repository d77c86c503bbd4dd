import { inspect } from 'node:util';
import type { Sandbox } from '../../sandbox';
import type { RunResult } from '../n8n/run';

/** What no error, hint or saved execution may hold. */
export interface Secrets {
	/** Key, secret and every token: nowhere at all. */
	hidden: string[];
	/** Phone numbers: not whole, but in the items, which are the user's own rows. */
	numbers: string[];
}

/** The secrets of all runs against a sandbox so far, with every token that was ever sent to it. */
export function secretsOf(sandbox: Sandbox, mobiles: readonly unknown[]): Secrets {
	const tokens = sandbox.requests.map(({ headers }) =>
		String(headers.authorization ?? '').replace(/^Token /, ''),
	);
	const hidden = [sandbox.appKey, sandbox.appSecret, ...tokens].filter(
		(text) => text !== '' && text !== 'none',
	);
	return {
		hidden: [...new Set(hidden.flatMap((text) => [text, encodeURIComponent(text)]))],
		numbers: mobiles.map((mobile) => String(mobile).replace(/\D/g, '')).filter(Boolean),
	};
}

/** The places where a run let a secret out, empty when it kept them all. */
export function leaksOf(result: RunResult, { hidden, numbers }: Secrets, log = ''): string[] {
	const places = { ...diagnosticsOf(result), log };
	const everywhere = { ...places, saved: result.saved };
	return [
		...Object.entries(everywhere).flatMap(([place, text]) =>
			hidden.filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret}`),
		),
		...Object.entries(places).flatMap(([place, text]) => {
			const digits = text.replace(/(?<=\d)[ ()-]+(?=\d)/g, '');
			return numbers.filter((mobile) => digits.includes(mobile)).map((n) => `${place}: ${n}`);
		}),
	];
}

interface SavedTask {
	error?: unknown;
	hints?: unknown;
}

/** Everything a run says about itself, without the items. */
function diagnosticsOf({ error, hints, outputs, saved }: RunResult): Record<string, string> {
	const { resultData } = JSON.parse(saved, asText) as {
		resultData: { error?: unknown; runData: Record<string, SavedTask[]> };
	};
	const tasks = Object.values(resultData.runData).flat();
	return {
		// The node in it holds its parameters, and the credential's name.
		error: [
			inspect(error, { depth: 12, maxStringLength: null, maxArrayLength: null }),
			...buffersIn(error),
		].join('\n'),
		hints: hints.join('\n'),
		'saved error': JSON.stringify([resultData.error, ...tasks.map((task) => task.error)]),
		'saved hints': JSON.stringify(tasks.map((task) => task.hints)),
		'error items': outputs
			.flat()
			.map(({ json }) => String(json.error ?? ''))
			.join('\n'),
	};
}

/** The texts of all buffers in a value. What is sent is one, which `inspect` shows as bytes, and the first 50 alone. */
function buffersIn(value: unknown, seen = new Set<object>()): string[] {
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	if (Buffer.isBuffer(value)) return [value.toString()];
	return Reflect.ownKeys(value).flatMap((key) => buffersIn(Reflect.get(value, key), seen));
}

/** A buffer as JSON writes it is read as its text. */
function asText(_key: string, value: unknown): unknown {
	const { type, data } = (value ?? {}) as { type?: unknown; data?: unknown };
	return type === 'Buffer' && Array.isArray(data) ? Buffer.from(data).toString() : value;
}
