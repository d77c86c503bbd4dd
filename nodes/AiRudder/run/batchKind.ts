import type { IDataObject } from 'n8n-workflow';
import type { Naming } from '../contacts/names';
import type { Plan } from '../contacts/plans';
import type { ReadingOptions } from '../contacts/reading';
import type { ContactReader } from './contactReader';
import type { RunContext } from './context';
import type { BatchForm } from './forms';
import type { Perform, PlanReply } from './planRequest';
import type { Answered } from './reports';
import type { SettingsOfRow } from './settings';

/**
 * How one kind of batch operation differs from the others: in what rows become, what is asked of the service and
 * how that is told. What is the same for all of them speaks of plans and means whatever takes the contacts of
 * one request.
 */
export interface BatchKind extends BatchForm {
	naming: Naming;
	reader(context: RunContext, reading: ReadingOptions): ContactReader;
	settings(context: RunContext, reading: ReadingOptions): SettingsOfRow;
	/** Below the base URL. */
	path(context: RunContext): string;
	/** @param perform what the service shall do, where it leaves a choice */
	body(plan: Plan, perform: Perform): Buffer;
	/** @throws ServiceFailure when the reply's `data` does not say what became of the plan */
	reply(data: unknown, plan: Plan, perform: Perform, phoneProperty: string | undefined): PlanReply;
	/** What a plan's item says of it, without the numbers of contacts. */
	item(report: Answered, status: string): IDataObject;
	/** What a row that the service refused says of its plan. */
	mention(report: Answered): IDataObject;
}
