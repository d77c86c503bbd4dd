import { NodeOperationError } from 'n8n-workflow';
import type { Row } from '../contacts/columns';
import { namePlans } from '../contacts/names';
import type { Plan } from '../contacts/plans';
import { planCutter } from '../contacts/plans';
import type { Problem } from '../contacts/reading';
import { repeatFinder } from '../contacts/repeats';
import { breather } from './breathe';
import { choice } from './choice';
import type { RunContext } from './context';
import type { Delivery } from './delivery';
import { delivery } from './delivery';
import { readingOptions } from './readingOptions';
import type { Answered, Sent } from './reports';
import { wholeNumber } from './wholeNumber';

/** A row that will not be sent, and everything that is wrong with it. */
export interface RejectedRow {
	row: number;
	by: 'check' | 'service';
	problems: Problem[];
	/** What became of its plan, when the service refused it. */
	report?: Answered;
}

/** All input rows: each in exactly one plan, or rejected. */
export interface Batch {
	/** Plans that an earlier try of this execution sent. Their rows are not read again. */
	earlier: Sent[];
	plans: Plan[];
	rejected: RejectedRow[];
	/** `YYYY-MM-DD` in the workflow's time zone. */
	today: string;
	delivery: Delivery;
	/** How many plans may be on their way at the same time. */
	concurrency: number;
}

/** Maps, reads and checks all rows, and cuts the good ones into named plans. Sends nothing. */
export async function readBatch(context: RunContext): Promise<Batch> {
	const reading = readingOptions(context);
	const { kind } = context;
	const settingsOf = kind.settings(context, reading);
	const { read, phoneProperty } = kind.reader(context, reading);
	const repeated = repeats(context, phoneProperty);
	// A number that was sent in an earlier try must not be sent again by a later row.
	const noteSentRow = (json: Row, row: number) => {
		const result = repeated && read(json, row);
		if (result && 'contact' in result) repeated({ row, contact: result.contact });
	};
	const { option, label, usual, most } = kind.contactsPerPlan;
	const limit = wholeNumber(context, option, label, usual, most);
	const concurrency = wholeNumber(context, 'concurrency', 'Concurrency', 1, MOST_AT_ONCE);
	const breathe = breather();
	const earlier = context.memory.earlier();
	const sentRows = new Set(earlier.flatMap(({ plan }) => plan.rows));
	const cutter = planCutter(limit);
	const rejected: RejectedRow[] = [];

	for (const [row, json] of context.rows.entries()) {
		if (sentRows.has(row)) {
			noteSentRow(json, row);
			continue;
		}
		const settings = settingsOf(json, row);
		const result = read(json, row);
		const problems = Array.isArray(settings) ? [...settings] : [];
		if ('problems' in result) problems.push(...result.problems);
		if ('contact' in result && !Array.isArray(settings)) {
			const good = { row, contact: result.contact, settings };
			const repeat = repeated?.(good);
			if (repeat) problems.push(repeat);
			else cutter.add(good);
		}
		if (problems.length > 0) rejected.push({ row, by: 'check', problems });
		await breathe();
	}
	const unnamed = cutter.plans();
	if (unnamed.length > MOST_PLANS) throw tooManyPlans(context, unnamed.length);
	const again = resend(context) ? timeOfDay() : undefined;
	const existing = earlier.map(({ plan }) => plan);
	const moment = { today: reading.today, again, existing, naming: kind.naming };
	return {
		earlier,
		plans: await namePlans(unnamed, moment, breathe),
		rejected,
		today: reading.today,
		delivery: delivery(context, phoneProperty),
		concurrency,
	};
}

/** Whether a list that was sent today may be sent, and its people called, again. */
export const resend = (context: RunContext) =>
	context.parameter<unknown>('options.resend', false) === true;

const timeOfDay = () => new Date().toISOString().slice(11, 19).replaceAll(':', '');

/** More plans in one run come from a setting that differs with every row, such as a name or a time. */
const MOST_PLANS = 1_000;

/** Plans on their way at the same time: the service's limits are not known (GUESS). */
const MOST_AT_ONCE = 10;

function tooManyPlans({ kind, node, firstItem }: RunContext, plans: number) {
	const { words, contactsPerPlan } = kind;
	return new NodeOperationError(node, `These rows would become ${plans} ${words.one}s`, {
		description: `At most ${MOST_PLANS} are sent in one run. Check whether a setting is an expression that differs with every row, or raise '${contactsPerPlan.label}'`,
		itemIndex: firstItem,
	});
}

function repeats(context: RunContext, phoneProperty: string | undefined) {
	const wanted = choice(context, 'options.repeatedNumbers', ['keepAll', 'keepFirst']);
	if (wanted === 'keepAll') return undefined;
	if (phoneProperty !== undefined) return repeatFinder(phoneProperty);
	throw new NodeOperationError(context.node, "'Repeated Numbers' needs the phone property", {
		description: "Fill in 'Phone Property', or let 'Repeated Numbers' keep all",
		itemIndex: context.firstItem,
	});
}
