import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Batch, RejectedRow } from './batch';
import type { Words } from './forms';
import { mapBreathing } from './breathe';
import type { RunContext } from './context';
import { capital } from './counts';
import { refusedRow } from './rejection';
import type { Answered, PlanReport } from './reports';
import { isAnswered, size } from './reports';

/** All rows that the checks or the service refused, in the order of the input. */
export const rejectedRows = (batch: Batch, reports: PlanReport[]): RejectedRow[] =>
	[...batch.rejected, ...reports.filter(isAnswered).flatMap(refusedRows)].sort(
		(a, b) => a.row - b.row,
	);

const refusedRows = (report: Answered): RejectedRow[] =>
	[...report.reply.rejected].map(([position, problems]) => ({
		row: report.plan.rows[position] ?? 0,
		by: 'service',
		problems,
		report,
	}));

/** How many contacts of a plan the service refused, those it did not name included. */
const refusedContacts = (report: Answered): number =>
	Math.min(size(report), report.reply.rejected.size + report.reply.unmatched.length);

/** How many of them in rows that are not known for certain. */
export const unmatchedContacts = (report: Answered): number =>
	refusedContacts(report) - report.reply.rejected.size;

/** Whether all of its contacts were sent, or checked and found good. */
export const isWhole = (report: PlanReport): boolean =>
	(report.status === 'created' || report.status === 'checked') && refusedContacts(report) === 0;

/** How many contacts of a plan were accepted for calling. */
export const sentContacts = (report: Answered): number =>
	report.status === 'created' ? size(report) - refusedContacts(report) : 0;

/** One item a plan, paired with all of its rows. */
export function planItem(context: RunContext, report: Answered): INodeExecutionData {
	const { kind } = context;
	const { plan, reply } = report;
	return {
		json: {
			...kind.item(report, statusOf(kind.words, report)),
			contactsReceived: size(report),
			contactsSent: sentContacts(report),
			contactsRejected: refusedContacts(report),
			...(reply.unmatched.length > 0 ? { unmatchedErrors: reply.unmatched as IDataObject[] } : {}),
		},
		pairedItem: plan.rows.map((row) => ({ item: context.firstItem + row })),
	};
}

/** As people read it: contacts are added to a workflow, not created. */
function statusOf({ done }: Words, { status }: Answered): string {
	if (status === 'created') return done;
	return status === 'notCreated' ? `not${capital(done)}` : status;
}

/** One item a refused row: why, and the row as it came. */
export function rejectedItem(context: RunContext, rejected: RejectedRow): INodeExecutionData {
	const { row, report } = rejected;
	const mention = report && context.kind.mention(report);
	return {
		json: refusedRow(context.rows[row], rejected, mention),
		pairedItem: { item: context.firstItem + row },
	};
}

/**
 * One error item a row that could not be sent. n8n's error output takes an item for a failure only when
 * it holds nothing but `error`, and adds the row itself; on the regular output the row has to be there.
 */
export async function errorItems(
	context: RunContext,
	rows: Iterable<number>,
	error: string,
): Promise<INodeExecutionData[]> {
	const bare = context.node.onError === 'continueErrorOutput';
	return await mapBreathing(rows, (row) => ({
		json: bare ? { error } : ({ ...context.rows[row], error } as unknown as IDataObject),
		pairedItem: { item: context.firstItem + row },
	}));
}
