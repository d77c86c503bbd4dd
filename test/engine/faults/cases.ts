import type { OnError } from 'n8n-workflow';
import type { FaultKind } from '../../sandbox';

/** A way to go wrong, and what a careful client may conclude from it. */
interface Trouble {
	readonly name: string;
	/** What the sandbox does, or `refused` and `dns`, which never reach it. */
	readonly kind: FaultKind | 'refused' | 'dns';
	/** How many requests it spoils; 1 when absent. Trouble on the way to the service stays. */
	readonly times?: number;
	readonly retryAfter?: string;
	/**
	 * What is known of the plan after one try of the node: nothing was created, it is not known, or it
	 * was created after all because repeating was harmless.
	 */
	readonly leaves: 'failed' | 'unknown' | 'created';
	/** Whether the people in the plan would be called, although the node cannot know it. */
	readonly acts?: boolean;
	/** Requests that the service gets for the plan in one try of the node. */
	readonly requests: number;
	/** What the message says about the cause. */
	readonly says: RegExp;
}

/** As often as anybody may ask, in all tries of the node. */
const ALWAYS = 100;

/** Requests for a plan that a passing failure may take: the first one and its repetitions. */
const TRIES = 4;

const unknown = { leaves: 'unknown', requests: 1 } as const;
const refusedOnce = { leaves: 'failed', requests: 1 } as const;
const recovers = { leaves: 'created', requests: 2, says: /./ } as const;

export const TROUBLES: readonly Trouble[] = [
	{
		name: 'connection refused',
		kind: 'refused',
		leaves: 'failed',
		requests: 0,
		says: /refused the connection/,
	},
	{ name: 'no such host', kind: 'dns', leaves: 'failed', requests: 0, says: /host|looked up/ },
	{ name: 'hang up before acting', kind: 'hangUpBefore', ...unknown, says: /without an answer/ },
	{
		name: 'hang up after acting',
		kind: 'hangUpAfter',
		...unknown,
		acts: true,
		says: /without an answer/,
	},
	{ name: 'slow beyond the time-out', kind: 'slow', ...unknown, acts: true, says: /in time/ },
	{ name: 'token expired (HTTP 401)', kind: 'http401', ...recovers },
	{ name: 'token expired (code 401)', kind: 'body401', ...recovers },
	{
		name: 'token never accepted (HTTP 401)',
		kind: 'http401',
		times: ALWAYS,
		leaves: 'failed',
		requests: 2,
		says: /token/,
	},
	{
		name: 'token never accepted (code 401)',
		kind: 'body401',
		times: ALWAYS,
		leaves: 'failed',
		requests: 2,
		says: /token/,
	},
	{ name: 'HTTP 403', kind: 'http403', ...refusedOnce, says: /does not allow/ },
	{ name: 'code 403', kind: 'body403', ...refusedOnce, says: /does not allow/ },
	{ name: '429', kind: '429', ...recovers },
	{ name: '429 with Retry-After', kind: '429', retryAfter: '0', ...recovers },
	{
		name: '429 that stays',
		kind: '429',
		times: ALWAYS,
		leaves: 'failed',
		requests: TRIES,
		says: /slow down/,
	},
	{
		name: '429 that stays, with Retry-After',
		kind: '429',
		times: ALWAYS,
		retryAfter: '0',
		leaves: 'failed',
		requests: TRIES,
		says: /slow down/,
	},
	{ name: '500', kind: '500', ...unknown, says: /trouble inside/ },
	{ name: '500 after acting', kind: '500After', ...unknown, acts: true, says: /trouble inside/ },
	{ name: '502', kind: '502', ...unknown, says: /gateway/ },
	{ name: '502 after acting', kind: '502After', ...unknown, acts: true, says: /gateway/ },
	{ name: '503', kind: '503', ...unknown, says: /not available/ },
	{ name: '504', kind: '504', ...unknown, says: /gateway/ },
	{ name: '504 after acting', kind: '504After', ...unknown, acts: true, says: /gateway/ },
	{ name: 'web page', kind: 'html', ...unknown, says: /a web page/ },
	{ name: 'web page after acting', kind: 'htmlAfter', ...unknown, acts: true, says: /a web page/ },
	{ name: 'empty reply', kind: 'empty', ...unknown, says: /an empty reply/ },
	{
		name: 'empty reply after acting',
		kind: 'emptyAfter',
		...unknown,
		acts: true,
		says: /an empty reply/,
	},
	{ name: 'truncated reply', kind: 'truncated', ...unknown, acts: true, says: /cut off/ },
	{
		name: 'wrong envelope',
		kind: 'wrongEnvelope',
		...unknown,
		acts: true,
		says: /not in the form/,
	},
	{ name: 'redirect', kind: 'redirect', ...unknown, says: /a redirect/ },
];

export const POSITIONS = ['first', 'middle', 'last'] as const;
export const ON_ERROR = [
	'stopWorkflow',
	'continueRegularOutput',
	'continueErrorOutput',
] as const satisfies readonly OnError[];

/** One cell of the fault matrix. */
export interface Case {
	readonly trouble: Trouble;
	/** 0, 1 or 2: the plan it happens to. */
	readonly position: number;
	readonly onError: (typeof ON_ERROR)[number];
	readonly retry: boolean;
}

export const casesOf = (trouble: Trouble): Case[] =>
	POSITIONS.flatMap((_, position) =>
		ON_ERROR.flatMap((onError) =>
			[false, true].map((retry) => ({ trouble, position, onError, retry })),
		),
	);

export const nameOf = ({ trouble, position, onError, retry }: Case) =>
	`${trouble.name}, ${POSITIONS[position]} plan, ${onError}${retry ? ', Retry On Fail' : ''}`;
