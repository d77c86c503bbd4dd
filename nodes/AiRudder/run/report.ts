import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Batch, RejectedRow } from './batch';
import type { RunContext } from './context';
import type { PlanReport } from './sendPlans';

type Answered = Extract<PlanReport, { reply: unknown }>;
export type Unanswered = Exclude<PlanReport, { reply: unknown }>;

export const isAnswered = (report: PlanReport): report is Answered => 'reply' in report;

/** The service's refusals of a plan as rejected rows, in the order of the input. */
function refusedRows(report: Answered): RejectedRow[] {
	const { plan, reply } = report;
	return [...reply.rejected].map(([position, problems]) => ({
		row: plan.rows[position] ?? 0,
		by: 'service',
		problems,
		PlanName: reply.PlanName,
	}));
}

/** All rows that the checks or the service refused, in the order of the input. */
export const rejectedRows = (batch: Batch, reports: PlanReport[]): RejectedRow[] =>
	[...batch.rejected, ...reports.filter(isAnswered).flatMap(refusedRows)].sort(
		(a, b) => a.row - b.row,
	);

/** One item a plan, paired with all of its rows. */
export function planItem(context: RunContext, report: Answered): INodeExecutionData {
	const { plan, reply, status } = report;
	const received = plan.contacts.length;
	const rejected = Math.min(received, reply.rejected.size + reply.unmatched.length);
	return {
		json: {
			PlanName: reply.PlanName,
			TaskID: reply.TaskID ?? null,
			status,
			strategy: plan.settings.strategy,
			sipLine: plan.settings.sipLine,
			date: plan.settings.date ?? null,
			contactsReceived: received,
			contactsSent: status === 'created' ? received - rejected : 0,
			contactsRejected: rejected,
			...(reply.unmatched.length > 0 ? { unmatchedErrors: reply.unmatched as IDataObject[] } : {}),
		},
		pairedItem: plan.rows.map((row) => ({ item: context.firstItem + row })),
	};
}

/** One item a refused row: the row as it came, and why. */
export function rejectedItem(
	context: RunContext,
	{ row, by, problems, PlanName }: RejectedRow,
): INodeExecutionData {
	const rejection = { by, problems, ...(PlanName === undefined ? {} : { PlanName }) };
	return {
		json: { ...context.rows[row], rejection } as unknown as IDataObject,
		pairedItem: { item: context.firstItem + row },
	};
}

/**
 * One error item a row that could not be sent. n8n's error output takes an item for a failure only when
 * it holds nothing but `error`, and adds the row itself; on the regular output the row has to be there.
 */
export function errorItems(
	context: RunContext,
	rows: Iterable<number>,
	error: string,
): INodeExecutionData[] {
	const bare = context.node.onError === 'continueErrorOutput';
	return [...rows].map((row) => ({
		json: bare ? { error } : ({ ...context.rows[row], error } as unknown as IDataObject),
		pairedItem: { item: context.firstItem + row },
	}));
}

const count = (number: number, one: string, many = `${one}s`) =>
	`${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

export const contacts = (number: number) => count(number, 'contact');
export const plansText = (number: number) => count(number, 'plan');

/** One line that says what happened. */
export function summary(
	context: RunContext,
	plans: INodeExecutionData[],
	rejected: number,
): string {
	const rows = context.rows.length;
	const sum = (field: string) => plans.reduce((total, { json }) => total + Number(json[field]), 0);
	const refused = `${rejected.toLocaleString('en-US')} rejected`;
	const statuses = plans.map(({ json }) => json.status);
	if (statuses.includes('checked')) {
		return `${contacts(rows)} checked, ${refused}. Nobody is called`;
	}
	const created = statuses.filter((status) => status === 'created').length;
	const sent = sum('contactsSent').toLocaleString('en-US');
	return `${plansText(created)} created, ${sent} of ${contacts(rows)} sent, ${refused}`;
}
