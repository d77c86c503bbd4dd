import type {
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { toNodeError } from '../transport/nodeError';
import type { Batch } from './batch';
import { readBatch } from './batch';
import type { RunContext } from './context';
import { allItems, oneItem } from './context';
import { failureText, runFailure } from './planFailure';
import type { Unanswered } from './report';
import { errorItems, isAnswered, planItem, rejectedItem, rejectedRows, summary } from './report';
import type { PlanReport } from './sendPlans';

/** Sends the plans of a batch, or has them checked. */
export type Sender = (context: RunContext, batch: Batch, goOn: boolean) => Promise<PlanReport[]>;

interface Result {
	plans: INodeExecutionData[];
	rejected: INodeExecutionData[];
	/** Rows that could not be sent, as error items. */
	failed: INodeExecutionData[];
}

/**
 * Runs a batch operation over all rows of a context.
 *
 * Every row leaves once: in a plan's count, as a rejected item, or, when On Error is set to continue
 * (`goOn`), as an error item.
 *
 * @throws NodeApiError or NodeOperationError when something failed and On Error is set to stop
 */
export async function runBatch(context: RunContext, send: Sender, goOn: boolean): Promise<Result> {
	const batch = await readBatch(context);
	const reports = await send(context, batch, goOn);
	const unanswered = reports.filter((report): report is Unanswered => !isAnswered(report));
	if (unanswered.length > 0 && !goOn) throw runFailure(context, reports);
	return {
		plans: reports.filter(isAnswered).map((report) => planItem(context, report)),
		rejected: rejectedRows(batch, reports).map((row) => rejectedItem(context, row)),
		failed: unanswered.flatMap((report) =>
			errorItems(context, report.plan.rows, failureText(report)),
		),
	};
}

const NO_MEMORY_HINT =
	'n8n does not remember here which plans were sent today (the workflow may not be saved yet). Running it again with the same rows would call the same people again';

/** A batch operation as n8n's `customOperations` calls it: once, with all items. */
export const allAtOnce = (send: Sender) =>
	async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const context = allItems(this);
		const goOn = this.continueOnFail();
		try {
			const { plans, rejected, failed } = await runBatch(context, send, goOn);
			this.addExecutionHints({
				message: summary(context, plans, rejected.length),
				type: rejected.length + failed.length > 0 ? 'warning' : 'info',
				location: 'outputPane',
			});
			if (context.memory.missing && plans.length > 0) {
				this.addExecutionHints({
					message: NO_MEMORY_HINT,
					type: 'warning',
					location: 'outputPane',
				});
			}
			return [plans, [...rejected, ...failed]];
		} catch (error) {
			const nodeError = toNodeError(context.node, error, context.firstItem);
			if (!goOn) throw nodeError;
			return [[], errorItems(context, context.rows.keys(), nodeError.message)];
		}
	};

/**
 * The same operation for the declarative engine, which older AI agents and n8n before 1.82 run instead of
 * the custom operation. That engine calls once for each item, so more than one item is refused: a plan a
 * row would be created.
 */
export const oneAtATime = (send: Sender) =>
	async function (this: IExecutePaginationFunctions): Promise<INodeExecutionData[]> {
		const context = oneItem(this);
		if ((this.getExecuteData().data.main?.[0]?.length ?? 0) > 1) {
			throw new NodeOperationError(context.node, 'This n8n cannot put several rows into one plan', {
				description: 'Update n8n to 1.85 or later, or send one item',
				itemIndex: context.firstItem,
			});
		}
		try {
			const { plans, rejected } = await runBatch(context, send, false);
			return [...plans, ...rejected];
		} catch (error) {
			throw toNodeError(context.node, error, context.firstItem);
		}
	};
