import { setMaxListeners } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import type { Event, Notification } from './rounds';
import { EVENTS } from './rounds';
import { isObject } from './wire';

/** Where each kind of notification is sent. In the service its staff enter them: there is no endpoint (DOC). */
export type Addresses = Partial<Record<Event, string>>;

/** How notifications are sent. */
export interface SendOptions {
	/** So often each is delivered, however it is answered; 1 when absent. */
	readonly times?: number;
	/** `mixed` is the same mix whenever the same is sent; `asHappened` when absent. */
	readonly order?: 'asHappened' | 'reversed' | 'mixed';
	/** How late the first is sent, in milliseconds; 0 when absent. */
	readonly delayMs?: number;
	/**
	 * How long to wait before a delivery is tried again, in milliseconds; 1,000 when absent. The service waits a
	 * minute (DOC).
	 */
	readonly retryMs?: number;
	/** So many are under way at the same time; 10 when absent. */
	readonly atOnce?: number;
}

/** One delivery, and how it was answered. */
export interface Delivered extends Notification {
	/** The HTTP status of each try, 0 where there was no answer. */
	readonly statuses: readonly number[];
}

/** At most so often, until it is answered with 200 (DOC for the predictive dialler, GUESS for the others). */
const TRIES = 5;

/** Connections that are kept, and can be broken off all at once. */
class Agents {
	readonly http = new http.Agent({ keepAlive: true });

	readonly https = new https.Agent({ keepAlive: true });

	destroy(): void {
		this.http.destroy();
		this.https.destroy();
	}
}

/** DOC, both. */
const HEADERS = { 'Content-Type': 'application/json', 'User-Agent': 'Airudder' };

/**
 * Sends notifications to the addresses for their kinds, those of a kind without an address not at all. Resolves
 * with one entry a delivery when every one has been answered or given up, or early when `signal` says so.
 */
export async function sendAll(
	notifications: readonly Notification[],
	addresses: Addresses,
	options: SendOptions,
	signal: AbortSignal,
): Promise<Delivered[]> {
	const { times = 1, order = 'asHappened', delayMs = 0, retryMs = 1_000, atOnce = 10 } = options;
	const due = inOrder(
		notifications
			.filter(({ event }) => addresses[event] !== undefined)
			.flatMap((each) => Array.from({ length: times }, () => each)),
		order,
	);
	const agents = new Agents();
	const breakOff = () => agents.destroy();
	setMaxListeners(0, signal);
	signal.addEventListener('abort', breakOff);
	const send = async ({ event, body }: Notification): Promise<number[]> => {
		const text = JSON.stringify(body);
		return await deliver(
			async () => await post(addresses[event] ?? '', text, agents),
			retryMs,
			signal,
		);
	};
	const delivered: Delivered[] = [];
	const sender = async () => {
		for (let next = due.shift(); next !== undefined && !signal.aborted; next = due.shift()) {
			delivered.push({ ...next, statuses: await send(next) });
		}
	};
	await pause(delayMs, signal);
	await Promise.all(Array.from({ length: atOnce }, sender));
	signal.removeEventListener('abort', breakOff);
	agents.destroy();
	return delivered;
}

async function deliver(
	attempt: () => Promise<number>,
	retryMs: number,
	signal: AbortSignal,
): Promise<number[]> {
	const statuses: number[] = [];
	while (statuses.length < TRIES && statuses.at(-1) !== 200 && !signal.aborted) {
		if (statuses.length > 0) await pause(retryMs, signal);
		statuses.push(await attempt());
	}
	return statuses;
}

/** The status of the answer, 0 when there is none. */
const post = async (address: string, body: string, agents: Agents): Promise<number> =>
	await new Promise((resolve) => {
		const isHttps = new URL(address).protocol === 'https:';
		const headers = { ...HEADERS, 'Content-Length': Buffer.byteLength(body) };
		const options = { method: 'POST', headers, agent: isHttps ? agents.https : agents.http };
		(isHttps ? https : http)
			.request(address, options, (response) => {
				response.resume();
				response.once('close', () => resolve(response.complete ? (response.statusCode ?? 0) : 0));
			})
			.once('error', () => resolve(0))
			.end(body);
	});

const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
	if (ms > 0) await wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
};

function inOrder<T>(list: T[], order: NonNullable<SendOptions['order']>): T[] {
	if (order === 'reversed') return list.reverse();
	if (order === 'asHappened') return list;
	// A fixed mix: a generator that always begins with the same number, and a Fisher-Yates shuffle.
	let seed = 42;
	for (let index = list.length - 1; index > 0; index -= 1) {
		seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
		const other = seed % (index + 1);
		[list[index], list[other]] = [list[other] as T, list[index] as T];
	}
	return list;
}

/** Addresses may come from another process. Throws an Error that names the first wrong one. */
export function readAddresses(value: unknown): Addresses {
	if (!isObject(value)) throw new Error('addresses must be an object');
	for (const [event, address] of Object.entries(value)) {
		if (!EVENTS.includes(event as Event)) throw new Error(`unknown notification: ${event}`);
		const isUrl = typeof address === 'string' && URL.canParse(address);
		if (!isUrl || !/^https?:$/.test(new URL(address).protocol)) {
			throw new Error(`the address for ${event} must be a URL`);
		}
	}
	return value as Addresses;
}

const isCount = (least: number) => (value: unknown) =>
	Number.isInteger(value) && Number(value) >= least;

const tests: Record<keyof SendOptions, (value: unknown) => boolean> = {
	times: isCount(1),
	order: (value) => ['asHappened', 'reversed', 'mixed'].includes(value as string),
	delayMs: isCount(0),
	retryMs: isCount(0),
	atOnce: isCount(1),
};

/** Options may come from another process. Throws an Error that names the first wrong one. */
export function readSendOptions(value: unknown): SendOptions {
	if (!isObject(value)) throw new Error('options must be an object');
	for (const [name, option] of Object.entries(value)) {
		if (!Object.hasOwn(tests, name)) throw new Error(`unknown option: ${name}`);
		if (!tests[name as keyof SendOptions](option)) throw new Error(`bad value for ${name}`);
	}
	return value;
}
