/**
 * Why a request did not do what it should, independent of n8n.
 *
 * `acted` is what matters for a request that makes phones ring: `no` when the service certainly did
 * nothing, `unknown` when it may have.
 */
export class ServiceFailure extends Error {
	readonly advice: string;
	readonly acted: 'no' | 'unknown';
	/** The service's own code, or the HTTP status. */
	readonly code: number | undefined;
	/** Whether the same request may succeed a little later. */
	readonly passing: boolean;
	/** Milliseconds that the service asked to wait. */
	readonly retryAfter: number | undefined;

	constructor(
		message: string,
		facts: {
			advice: string;
			acted: 'no' | 'unknown';
			code?: number;
			passing?: boolean;
			retryAfter?: number;
		},
	) {
		super(message);
		this.name = 'ServiceFailure';
		this.advice = facts.advice;
		this.acted = facts.acted;
		this.code = facts.code;
		this.passing = facts.passing ?? false;
		this.retryAfter = facts.retryAfter;
	}
}
