import { NodeOperationError } from 'n8n-workflow';
import { namePlans } from '../contacts/names';
import type { Plan, ReadyRow } from '../contacts/plans';
import { CONTACTS_PER_PLAN, cutIntoPlans } from '../contacts/plans';
import type { Problem } from '../contacts/reading';
import type { RepeatedNumbers } from '../contacts/repeats';
import { repeatFinder } from '../contacts/repeats';
import { breather } from './breathe';
import { contactReader } from './contactReader';
import type { RunContext } from './context';
import { planSettings } from './planSettings';
import { readingOptions } from './readingOptions';

/** A row that will not be sent, and everything that is wrong with it. */
export interface RejectedRow {
	row: number;
	by: 'check' | 'service';
	problems: Problem[];
	PlanName?: string;
}

/** All input rows: each in exactly one plan, or rejected. */
export interface Batch {
	plans: Plan[];
	rejected: RejectedRow[];
	/** The property that holds the phone number, when it is known. */
	phoneProperty: string | undefined;
	/** `YYYY-MM-DD` in the workflow's time zone. */
	today: string;
}

/** Maps, reads and checks all rows, and cuts the good ones into named plans. Sends nothing. */
export async function readBatch(context: RunContext): Promise<Batch> {
	const reading = readingOptions(context);
	const settingsOf = planSettings(context, reading);
	const { read, phoneProperty } = contactReader(context, reading);
	const repeated = repeats(context, phoneProperty);
	const limit = contactsPerPlan(context);
	const breathe = breather();
	const ready: ReadyRow[] = [];
	const rejected: RejectedRow[] = [];

	for (const [row, json] of context.rows.entries()) {
		const settings = settingsOf(json, row);
		const result = read(json, row);
		const problems = Array.isArray(settings) ? [...settings] : [];
		if ('problems' in result) problems.push(...result.problems);
		if ('contact' in result && !Array.isArray(settings)) {
			const good = { row, contact: result.contact, settings };
			const repeat = repeated(good);
			if (repeat) problems.push(repeat);
			else ready.push(good);
		}
		if (problems.length > 0) rejected.push({ row, by: 'check', problems });
		await breathe();
	}
	const again = resend(context) ? timeOfDay() : undefined;
	const plans = namePlans(cutIntoPlans(ready, limit), { today: reading.today, again });
	return { plans, rejected, phoneProperty, today: reading.today };
}

/** Whether a list that was sent today may be sent, and its people called, again. */
export const resend = (context: RunContext) =>
	context.parameter<unknown>('options.resend', false) === true;

const timeOfDay = () => new Date().toISOString().slice(11, 19).replaceAll(':', '');

function repeats(context: RunContext, phoneProperty: string | undefined) {
	const wanted = context.parameter<RepeatedNumbers>('options.repeatedNumbers', 'keepAll');
	if (wanted === 'keepAll') return () => undefined;
	if (phoneProperty !== undefined) return repeatFinder(phoneProperty);
	throw new NodeOperationError(context.node, "'Repeated Numbers' needs the phone property", {
		description: "Fill in 'Phone Property', or let 'Repeated Numbers' keep all",
		itemIndex: context.firstItem,
	});
}

function contactsPerPlan(context: RunContext): number {
	const given = context.parameter<unknown>('options.contactsPerPlan', CONTACTS_PER_PLAN.advised);
	const count = Number(given);
	if (Number.isInteger(count) && count >= 1 && count <= CONTACTS_PER_PLAN.most) return count;
	throw new NodeOperationError(context.node, `'Contacts per Plan' is ${String(given)}`, {
		description: `Use a whole number from 1 to ${CONTACTS_PER_PLAN.most}. AI Rudder advises ${CONTACTS_PER_PLAN.advised}`,
		itemIndex: context.firstItem,
	});
}
