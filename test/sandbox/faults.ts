import type { FaultKind } from './misbehaviours';
import { isFaultKind, misbehaviours } from './misbehaviours';
import type { Answer, HttpAnswer } from './wire';
import { isObject } from './wire';

/** One instruction to misbehave. */
export interface Fault {
	/** The requests it is meant for: `token`, `strategies`, `plan`, `any`, or an exact path. */
	readonly on: string;
	readonly kind: FaultKind;
	/** How many of them pass first; 0 when absent. */
	readonly skip?: number;
	/** How many it takes after that; 1 when absent. */
	readonly times?: number;
	/** The `Retry-After` header of its answer: seconds or an HTTP date. */
	readonly retryAfter?: string;
	/** How late it answers or hangs up, in milliseconds. `slow` needs it. */
	readonly delayMs?: number;
	/** The address of a `redirect`, which needs it. */
	readonly location?: string;
}

/** The faults that wait for their requests. */
export class Faults {
	private readonly queue: Array<{ fault: Fault; skip: number; times: number }> = [];

	/** Throws an Error when the fault makes no sense. */
	add(fault: Fault): void {
		checkFault(fault);
		this.queue.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
	}

	/**
	 * The fault that takes a request known by these names, if one does. Faults take turns: only the
	 * oldest that matches counts the request, be it to let it pass or to spoil it.
	 */
	take(names: readonly string[]): Fault | undefined {
		const turn = this.queue.find(({ fault }) => names.includes(fault.on));
		if (turn === undefined) return undefined;
		if (turn.skip > 0) {
			turn.skip -= 1;
			return undefined;
		}
		turn.times -= 1;
		if (turn.times === 0) this.queue.splice(this.queue.indexOf(turn), 1);
		return turn.fault;
	}
}

/** What goes back under a fault. Calls `act` only when that kind of fault lets the service act. */
export function misbehavingAnswer(fault: Fault, act: () => HttpAnswer): Answer {
	const { acts, tell } = misbehaviours[fault.kind];
	const answer = tell(acts ? act() : { status: 200, headers: {}, text: '' });
	if (answer === 'hangUp') return answer;
	return {
		...answer,
		headers: {
			...answer.headers,
			...(fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }),
			...(fault.location === undefined ? {} : { location: fault.location }),
		},
	};
}

const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0;
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** Faults may come from another process, so nothing about them is certain. */
function checkFault(fault: unknown): asserts fault is Fault {
	if (!isObject(fault)) throw new Error('a fault must be an object');
	const { on, kind, skip, times, retryAfter, delayMs, location } = fault;
	if (!isText(on)) throw new Error('a fault needs on: token, strategies, plan, any or a path');
	if (!isFaultKind(kind)) throw new Error(`unknown kind of fault: ${String(kind)}`);
	if (skip !== undefined && !isCount(skip)) throw new Error('skip must be a count');
	if (times !== undefined && (!isCount(times) || times === 0)) {
		throw new Error('times must be 1 or more');
	}
	if (retryAfter !== undefined && !isText(retryAfter)) throw new Error('retryAfter must be a text');
	if (delayMs === undefined ? kind === 'slow' : !isCount(delayMs)) {
		throw new Error('delayMs must be milliseconds; slow needs it');
	}
	if (location === undefined ? kind === 'redirect' : !isText(location)) {
		throw new Error('location must be an address; redirect needs it');
	}
}
