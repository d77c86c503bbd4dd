import type { ReadyRow } from './plans';
import type { Problem } from './reading';

/**
 * Finds the rows whose phone number an earlier good row has already.
 *
 * @returns a function to ask once for each row, in order: the problem, or undefined for a new number
 */
export function repeatFinder(
	phoneProperty: string,
): (ready: Pick<ReadyRow, 'row' | 'contact'>) => Problem | undefined {
	const firstRow = new Map<unknown, number>();
	return ({ row, contact }) => {
		const value = contact[phoneProperty];
		const first = firstRow.get(value);
		if (first === undefined) {
			firstRow.set(value, row);
			return undefined;
		}
		const reason = `Stands in row ${first + 1} already, and the option 'Repeated Numbers' keeps the first`;
		return { property: phoneProperty, value, reason };
	};
}
