import type {
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';
import { toNodeError } from '../transport/nodeError';
import type { Batch } from './batch';
import { readBatch } from './batch';
import type { BatchKind } from './batchKind';
import { mapBreathing } from './breathe';
import type { RunContext } from './context';
import { allItems, oneItem } from './context';
import { withoutStop } from './counts';
import { errorItems, isWhole, planItem, rejectedItem, rejectedRows } from './items';
import { executionContext } from './memory';
import { settingsAdvice } from './nodeSettings';
import { failureText, runFailure } from './planFailure';
import type { PlanReport, Sent } from './reports';
import { isAnswered, isUnanswered } from './reports';
import { runError } from './runError';
import { advice, summary } from './summary';
import { isTool } from './tool';
import { inTurn } from './turns';

/** Sends the plans of a batch, or has them checked. */
export type Sender = (context: RunContext, batch: Batch, goOn: boolean) => Promise<PlanReport[]>;

interface Result {
	plans: INodeExecutionData[];
	rejected: INodeExecutionData[];
	/** Rows that could not be sent, as error items. */
	failed: INodeExecutionData[];
	reports: PlanReport[];
	/** What tries before this one sent. */
	earlier: Sent[];
}

/**
 * Runs a batch operation over all rows of a context.
 *
 * Every row leaves once: in a plan's count, as a rejected item, or, when On Error is set to continue
 * (`goOn`), as an error item.
 *
 * @throws NodeApiError or NodeOperationError when something failed and On Error is set to stop
 */
async function runBatch(context: RunContext, send: Sender, goOn: boolean): Promise<Result> {
	// n8n prepared the rows right before this in one go, 100,000 of them in 10 to 30 ms.
	await sleep(0);
	const batch = await readBatch(context);
	const reports = await send(context, batch, goOn);
	const unanswered = reports.filter(isUnanswered);
	if (unanswered.length > 0 && !goOn) throw runFailure(context, batch, reports);
	const failed: INodeExecutionData[] = [];
	for (const report of unanswered) {
		const text = failureText(context.kind.words, report);
		failed.push(...(await errorItems(context, report.plan.rows, text)));
	}
	return {
		plans: await mapBreathing(reports.filter(isAnswered), (report) => planItem(context, report)),
		rejected: await mapBreathing(rejectedRows(batch, reports), (row) => rejectedItem(context, row)),
		failed,
		reports,
		earlier: batch.earlier,
	};
}

/** A batch operation as n8n's `customOperations` calls it: once, with all items. */
export const allAtOnce = (kind: BatchKind, send: Sender) =>
	async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const context = allItems(this, kind);
		const goOn = this.continueOnFail();
		try {
			const { plans, rejected, failed, reports, earlier } = await runBatch(context, send, goOn);
			this.addExecutionHints(
				{
					message: summary(context, reports, rejected.length),
					type: rejected.length === 0 && reports.every(isWhole) ? 'info' : 'warning',
					location: 'outputPane',
				},
				...[
					...advice(context, reports, rejected.length),
					...settingsAdvice(context, reports, earlier),
				].map((hint) => ({
					...hint,
					location: 'outputPane' as const,
				})),
			);
			return outputsOf(context, plans, [...rejected, ...failed]);
		} catch (error) {
			const nodeError = runError(context, error);
			if (!goOn) throw nodeError;
			const failed = await errorItems(context, context.rows.keys(), textOf(nodeError));
			return outputsOf(context, [], failed);
		}
	};

/** An agent reads the first output of a tool alone, so there everything leaves through that one. */
const outputsOf = (
	{ node }: RunContext,
	plans: INodeExecutionData[],
	rejected: INodeExecutionData[],
): INodeExecutionData[][] => (isTool(node) ? [[...plans, ...rejected]] : [plans, rejected]);

const textOf = ({ message, description }: { message: string; description?: string | null }) =>
	description ? `${withoutStop(message)}. ${description}` : message;

/**
 * The same operation for the declarative engine, which older AI agents and n8n before 1.82 run instead of
 * the custom operation. That engine calls once for each item, so more than one item is refused: a plan a
 * row would be created.
 */
export const oneAtATime = (kind: BatchKind, send: Sender) =>
	async function (this: IExecutePaginationFunctions): Promise<INodeExecutionData[]> {
		const context = oneItem(this, kind);
		if ((this.getExecuteData().data.main?.[0]?.length ?? 0) > 1) {
			const message = `This n8n cannot put several rows into one ${kind.words.one}`;
			throw new NodeOperationError(context.node, message, {
				description: 'Update n8n to 1.85 or later, or send one item',
				itemIndex: context.firstItem,
			});
		}
		try {
			// An agent may make several calls at the same time, and each has to know of those before it.
			const { plans, rejected, reports } = await inTurn(
				executionContext(this) ?? {},
				async () => await runBatch(context, send, false),
			);
			const notice = advice(context, reports, rejected.length)
				.map(({ message }) => message)
				.join('. ');
			return [...plans.map((item) => withNotice(item, notice)), ...rejected];
		} catch (error) {
			throw toNodeError(context.node, error, context.firstItem);
		}
	};

/** This engine shows no hints, and an agent reads the items. */
const withNotice = (item: INodeExecutionData, notice: string): INodeExecutionData =>
	notice === '' ? item : { ...item, json: { ...item.json, notice } };
