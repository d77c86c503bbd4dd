import type { ServiceRequest } from '../transport/request';
import type { RequestOptions } from '../transport/requestOptions';
import { networkOf } from '../transport/requestOptions';
import type { RunContext } from './context';

/** How the requests of a run are sent, and what is needed to read their answers. */
export interface Delivery extends Pick<ServiceRequest, 'path' | 'timeout' | 'network'> {
	/** The property that holds the phone number, when it is known. */
	phoneProperty: string | undefined;
}

/** Milliseconds to wait for an answer unless the user says otherwise; n8n's own default. */
const DEFAULT_TIMEOUT = 300_000;

/** @throws ServiceFailure before anything is sent, when a setting cannot be used */
export function delivery(context: RunContext, phoneProperty: string | undefined): Delivery {
	const options = context.parameter<RequestOptions>('requestOptions', {});
	const seconds = Number(context.parameter<unknown>('options.timeout', 0));
	return {
		path: context.kind.path(context),
		phoneProperty,
		timeout: seconds > 0 ? seconds * 1000 : options.timeout || DEFAULT_TIMEOUT,
		network: networkOf(options),
	};
}
