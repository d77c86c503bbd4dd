import type { IDataObject } from 'n8n-workflow';
import type { ServiceContext } from '../../transport/request';
import { CREDENTIAL } from '../../transport/request';
import type { Question } from '../operation';
import { listIn } from '../replies';

/** A strategy: its name, and whatever else the service sent about it. */
type Strategy = IDataObject & { name: string };

/** Where a strategy's name may stand in what the service sends (GUESS). */
const NAME_KEYS = ['Strategy', 'StrategyName', 'strategy_name', 'Name', 'name'];

/** Asks for the list. The path is a GUESS that the credential can correct. */
export async function strategyQuestion(context: ServiceContext): Promise<Question> {
	const { strategyListPath } = await context.getCredentials(CREDENTIAL);
	const path = String(strategyListPath || '/service/cloud/v2/strategy');
	return { method: 'GET', path, harmless: true };
}

/**
 * Reads the reply of the strategy list, whose form is not known (GUESS): an array, or an array in
 * `data.<any one key>`; entries are texts or objects with a name.
 *
 * @throws ServiceFailure when there is no list in it
 */
export function readStrategies(data: unknown): Strategy[] {
	const list = listIn(
		data,
		'strategies',
		"Correct 'Strategy List Path' in the AI Rudder credential, or choose the strategy by name",
	);
	return list.map(readStrategy).filter((strategy) => strategy !== undefined);
}

function readStrategy(entry: unknown): Strategy | undefined {
	if (typeof entry === 'string') return { name: entry };
	if (typeof entry !== 'object' || entry === null) return undefined;
	const sent = entry as IDataObject;
	const name = NAME_KEYS.map((key) => sent[key]).find((value) => typeof value === 'string');
	return typeof name === 'string' ? { ...sent, name } : undefined;
}
