import type { IDataObject } from 'n8n-workflow';
import { ServiceFailure } from '../transport/failure';

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The list in a reply whose form is not known (GUESS): an array, or the only array in an object.
 *
 * @param advice what to do when there is none
 * @throws ServiceFailure when there is none
 */
export function listIn(data: unknown, of: string, advice: string): unknown[] {
	if (Array.isArray(data)) return data;
	const arrays = isObject(data) ? Object.values(data).filter((value) => Array.isArray(value)) : [];
	const [list] = arrays;
	if (list === undefined || arrays.length > 1) {
		throw new ServiceFailure(`AI Rudder answered, but not with a list of ${of}`, {
			advice,
			acted: 'no',
		});
	}
	return list;
}

/**
 * What is not an object becomes one, since items of n8n are objects. So does what has an `error`: n8n takes
 * such an item for a failure, and with Retry On Fail it would ask again.
 */
export const asItem = (value: unknown): IDataObject =>
	isObject(value) && !('error' in value)
		? value
		: { value: (value ?? null) as IDataObject['value'] };
