import { NodeOperationError } from 'n8n-workflow';
import type { Row } from '../contacts/columns';
import { namePlans } from '../contacts/names';
import type { Plan, ReadyRow } from '../contacts/plans';
import { CONTACTS_PER_PLAN, cutIntoPlans } from '../contacts/plans';
import type { ContactResult } from '../contacts/readContact';
import { readContact } from '../contacts/readContact';
import type { Problem } from '../contacts/reading';
import { breather } from './breathe';
import { contactValues } from './contactValues';
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
}

/** Maps, reads and checks all rows, and cuts the good ones into named plans. Sends nothing. */
export async function readBatch(context: RunContext): Promise<Batch> {
	const reading = readingOptions(context);
	const settingsOf = planSettings(context, reading);
	const valuesOf = contactValues(context);
	const breathe = breather();
	const ready: ReadyRow[] = [];
	const rejected: RejectedRow[] = [];

	const read = (row: Row, index: number): ContactResult => {
		if (Object.hasOwn(row, '__proto__')) return { problems: [protoColumn(row)] };
		const values = valuesOf(row, index);
		return Array.isArray(values) ? { problems: values } : readContact(values, reading);
	};
	for (const [row, json] of context.rows.entries()) {
		const settings = settingsOf(json, row);
		const result = read(json, row);
		const problems = Array.isArray(settings) ? [...settings] : [];
		if ('problems' in result) problems.push(...result.problems);
		if ('contact' in result && !Array.isArray(settings)) {
			ready.push({ row, contact: result.contact, settings });
		} else {
			rejected.push({ row, by: 'check', problems });
		}
		await breathe();
	}
	return {
		plans: namePlans(cutIntoPlans(ready, contactsPerPlan(context)), reading.today),
		rejected,
	};
}

const protoColumn = (row: Row): Problem => ({
	property: '__proto__',
	value: row['__proto__'],
	reason: 'Is not a column name this node takes. Rename the column',
});

function contactsPerPlan(context: RunContext): number {
	const given = context.parameter<unknown>('options.contactsPerPlan', CONTACTS_PER_PLAN.advised);
	const count = Number(given);
	if (Number.isInteger(count) && count >= 1 && count <= CONTACTS_PER_PLAN.most) return count;
	throw new NodeOperationError(context.node, `'Contacts per Plan' is ${String(given)}`, {
		description: `Use a whole number from 1 to ${CONTACTS_PER_PLAN.most}. AI Rudder advises ${CONTACTS_PER_PLAN.advised}`,
		itemIndex: context.firstItem,
	});
}
