/**
 * Why a request did not do what it should, independent of n8n.
 *
 * `acted` is what matters for a request that makes phones ring: `no` when the service certainly did
 * nothing, `unknown` when it may have.
 */
export class ServiceFailure extends Error {
	readonly advice: string;
	readonly acted: 'no' | 'unknown';
	/**
	 * The service's own code, or the HTTP status. Not named `code`: n8n takes that for an HTTP status and
	 * puts words of its own in place of the message.
	 */
	readonly serviceCode: number | undefined;
	/** Whether the same request may succeed a little later. */
	readonly passing: boolean;
	/** Milliseconds that the service asked to wait. */
	readonly retryAfter: number | undefined;

	constructor(
		message: string,
		facts: {
			advice: string;
			acted: 'no' | 'unknown';
			serviceCode?: number;
			passing?: boolean;
			retryAfter?: number;
		},
	) {
		super(message);
		this.name = 'ServiceFailure';
		this.advice = facts.advice;
		this.acted = facts.acted;
		this.serviceCode = facts.serviceCode;
		this.passing = facts.passing ?? false;
		this.retryAfter = facts.retryAfter;
	}
}
