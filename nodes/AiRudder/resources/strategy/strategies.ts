import type { IDataObject } from 'n8n-workflow';
import { ServiceFailure } from '../../transport/failure';
import type { ServiceContext } from '../../transport/request';
import { CREDENTIAL, callService } from '../../transport/request';
import type { RequestOptions } from '../../transport/requestOptions';
import { networkOf } from '../../transport/requestOptions';
import { withRetries } from '../../transport/retry';

/** A strategy: its name, and whatever else the service sent about it. */
export type Strategy = IDataObject & { name: string };

/** Where a strategy's name may stand in what the service sends (GUESS). */
const NAME_KEYS = ['Strategy', 'StrategyName', 'strategy_name', 'Name', 'name'];

/** Milliseconds to wait for the list unless the user says otherwise. */
const TIMEOUT = 30_000;

/**
 * The strategies of the account. A read, so it is repeated when the failure may pass.
 *
 * @throws ServiceFailure
 */
export async function fetchStrategies(
	context: ServiceContext,
	options: RequestOptions,
): Promise<Strategy[]> {
	const { strategyListPath } = await context.getCredentials(CREDENTIAL);
	const request = {
		method: 'GET',
		path: String(strategyListPath || '/service/cloud/v2/strategy'),
		timeout: options.timeout || TIMEOUT,
		network: networkOf(options),
	} as const;
	const data = await withRetries(
		async () => await callService(context, request),
		() => true,
	);
	return readStrategies(data);
}

/**
 * Reads the reply of the strategy list, whose form is not known (GUESS): an array, or an array in
 * `data.<any one key>`; entries are texts or objects with a name.
 *
 * @throws ServiceFailure when there is no list in it
 */
export function readStrategies(data: unknown): Strategy[] {
	const list = Array.isArray(data) ? data : onlyArrayIn(data);
	if (!list) {
		throw new ServiceFailure('AI Rudder answered, but not with a list of strategies', {
			advice:
				"Correct 'Strategy List Path' in the AI Rudder credential, or choose the strategy by name",
			acted: 'no',
		});
	}
	return list.map(readStrategy).filter((strategy) => strategy !== undefined);
}

function onlyArrayIn(data: unknown): unknown[] | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const arrays = Object.values(data).filter((value) => Array.isArray(value));
	return arrays.length === 1 ? arrays[0] : undefined;
}

function readStrategy(entry: unknown): Strategy | undefined {
	if (typeof entry === 'string') return { name: entry };
	if (typeof entry !== 'object' || entry === null) return undefined;
	const sent = entry as IDataObject;
	const name = NAME_KEYS.map((key) => sent[key]).find((value) => typeof value === 'string');
	return typeof name === 'string' ? { ...sent, name } : undefined;
}
