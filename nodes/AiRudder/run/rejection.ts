import type { IDataObject } from 'n8n-workflow';
import type { Row } from '../contacts/columns';
import type { Problem } from '../contacts/reading';
import type { RejectedRow } from './batch';

/**
 * A refused row as it leaves: `rejection`, then the row as it came. What is wrong comes first, because tables in
 * the editor show the first columns and cut off the others. A `rejection` that the row had, as rows have that come
 * back from a sheet, gives way.
 *
 * @param mention what is said of the plan, when the service refused the row
 */
export function refusedRow(
	row: Row | undefined,
	{ by, problems }: Pick<RejectedRow, 'by' | 'problems'>,
	mention: IDataObject | undefined,
): IDataObject {
	const rejection = { summary: summaryOf(problems), by, problems, ...mention };
	return { rejection, ...row, ...(row && 'rejection' in row && { rejection }) } as IDataObject;
}

/** One line a problem, for a cell or a message: `Mobile: Is required …`. */
const summaryOf = (problems: Problem[]): string =>
	problems.map(({ property, reason }) => (property ? `${property}: ${reason}` : reason)).join('\n');
