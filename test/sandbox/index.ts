import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Addresses, Delivered, SendOptions } from './callbacks';
import type { Fault } from './faults';
import type { CreatedPlan } from './plans';
import type { Notification } from './rounds';
import { listen } from './server';
import { Service } from './service';
import type { Settings } from './settings';
import { defaults, readSettings } from './settings';
import type { ExpiryKind } from './tokens';
import type { ReceivedRequest } from './wire';
import type { CreatedWorkflow } from './workflows';

export type { SendOptions } from './callbacks';
export type { Fault } from './faults';
export type { FaultKind } from './misbehaviours';
export { resultsOf, workflowStatus } from './rounds';
export type { ExpiryKind } from './tokens';
export type { CreatedWorkflow } from './workflows';

/** Settings to start with, and how to run. */
export interface SandboxOptions extends Partial<Settings> {
	/** 0, the default, takes any free port. */
	port?: number;
	/** Gets one line a request, with numbers masked. */
	log?: (line: string) => void;
}

/** A running stand-in for AI Rudder, and what it saw. */
export interface Sandbox {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	readonly appKey: string;
	readonly appSecret: string;
	/** Every request but those to the control endpoint, faults included. */
	readonly requests: readonly ReceivedRequest[];
	readonly plans: readonly CreatedPlan[];
	readonly workflows: readonly CreatedWorkflow[];
	/** How many of the requests asked for a token. */
	readonly tokenRequests: number;
	/** How often a number would have been called: once for every time it stands in a created plan or workflow. */
	callsTo(mobile: string): number;
	/** Number → how often it would have been called. */
	calls(): Map<string, number>;
	/** The highest of these, 0 when nobody would have been called. */
	maxCalls(): number;
	/** The account's valid token, without a request. */
	issueToken(): string;
	/**
	 * Ends every token there is, and chooses how refused tokens are told from now on (`http401` at
	 * first).
	 */
	expireTokens(how: ExpiryKind): void;
	/** Queues a fault. Throws when it makes no sense. */
	misbehave(fault: Fault): void;
	/** Changes settings. Throws when one is wrong. */
	set(changes: Partial<Settings>): void;
	/** Where notifications go, by kind. Adds to what was said before; throws when one is no URL. */
	notifyTo(addresses: Addresses): void;
	/**
	 * Plays all rounds of a plan at once and sends the notifications. How the calls of a contact end follows from
	 * its number alone (`resultsOf`). Resolves when each delivery is answered or given up.
	 *
	 * @param plan its name or the TaskID of its first round
	 */
	play(plan: string, options?: SendOptions): Promise<Delivered[]>;
	/** Sends notifications of any content, as `play` does. */
	notify(notifications: readonly Notification[], options?: SendOptions): Promise<Delivered[]>;
	/**
	 * Forgets requests, plans, tokens, faults and addresses, and ends deliveries; the settings are those of the
	 * start again.
	 */
	reset(): void;
	/** Destroys open sockets as well. */
	close(): Promise<void>;
}

/**
 * Starts a stand-in for the service on 127.0.0.1, written from the service's contract alone.
 * Rejects when the port is busy (`EADDRINUSE`) or a setting is wrong.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, log, ...settings } = options;
	const sandbox = new RunningSandbox({ ...defaults, ...readSettings(settings) });
	await sandbox.start(port, log);
	return sandbox;
}

class RunningSandbox extends Service implements Sandbox {
	private server: Server | undefined;

	url = '';

	async start(port: number, log: SandboxOptions['log']): Promise<void> {
		this.server = await listen(this, port, log);
		this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		const { server } = this;
		this.stopSending();
		if (server === undefined || !server.listening) return;
		await new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	}
}
