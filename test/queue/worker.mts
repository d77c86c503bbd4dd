import { readFileSync } from 'node:fs';
import { startProcess } from '../../scripts/queue/stack.mjs';
import type { World } from './world.mts';

type Started = Awaited<ReturnType<typeof startProcess>>;

/** One worker of n8n's, which can be started again after it has ended. */
export class Worker {
	private started: Started | undefined;

	private earlierLog = '';

	/** @param name of its user folder */
	constructor(
		private readonly world: World,
		private readonly name: string,
	) {}

	async start(): Promise<void> {
		this.started = await startProcess('worker', this.name, this.world);
	}

	/** SIGTERM: it finishes what it is at, and ends. */
	async stop(): Promise<void> {
		await this.started?.stop();
	}

	/** SIGKILL: it is gone at once, as after a crash. */
	async kill(): Promise<void> {
		const { pid, ended } = this.running();
		process.kill(pid, 'SIGKILL');
		await ended;
		this.earlierLog = this.log;
	}

	/** All that it wrote, in earlier lives as well. */
	get log(): string {
		return this.earlierLog + readFileSync(this.running().logFile, 'utf8');
	}

	/** The executions that it took up, in this order. */
	get executions(): string[] {
		return this.said(/Worker started execution (\d+)/g);
	}

	/** Those of them that it has not finished. */
	get inFlight(): string[] {
		const finished = this.said(/Worker finished execution (\d+)/g);
		return this.executions.filter((id) => !finished.includes(id));
	}

	/** Resident memory in MiB, without its task runner. */
	get memory(): number {
		const status = readFileSync(`/proc/${this.running().pid}/status`, 'utf8');
		return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
	}

	private said(line: RegExp): string[] {
		return [...this.log.matchAll(line)].map(([, id]) => id ?? '');
	}

	private running(): Started & { pid: number } {
		if (this.started?.pid === undefined) throw new Error(`${this.name} was not started`);
		return this.started as Started & { pid: number };
	}
}
