import { randomBytes } from 'node:crypto';
import type { Calls } from './calls';
import { contactChecker, numberOf } from './contacts';
import { todayOf } from './days';
import type { PlanBody } from './planBody';
import { readPlanBody } from './planBody';
import type { Settings } from './settings';
import type { HttpAnswer } from './wire';
import { isObject, refusal, success } from './wire';

/** A plan the service made: the people in `Details` would be called. */
export interface CreatedPlan {
	/** Byte for byte as the client gave it, else made by the service. */
	readonly PlanName: string;
	/** The task of the first round; 32 hexadecimal digits. */
	readonly TaskID: string;
	readonly Strategy: string;
	readonly SIPLine: string;
	/** The start day, filled in when the client left it out. */
	readonly Date: string;
	/** Only those called: bad rows are not in it. */
	readonly Details: readonly unknown[];
	/** The request body as it came. */
	readonly body: unknown;
}

/** The plans that exist, and who would have been called how often because of them. */
export class Plans {
	readonly all: CreatedPlan[] = [];

	private readonly names = new Set<string>();

	constructor(private readonly calls: Calls) {}

	has(name: string | undefined): boolean {
		return name !== undefined && this.names.has(name);
	}

	/** By its task, or the latest with this name. */
	find(nameOrTask: string): CreatedPlan | undefined {
		return (
			this.all.find(({ TaskID }) => TaskID === nameOrTask) ??
			[...this.all].reverse().find(({ PlanName }) => PlanName === nameOrTask)
		);
	}

	add(plan: CreatedPlan): void {
		this.all.push(plan);
		this.names.add(plan.PlanName);
		for (const contact of plan.Details) {
			this.calls.count(numberOf(contact) ?? '');
		}
	}
}

/**
 * `POST /service/cloud/v2/plan` (DOC). Replies `TaskID`, `detail_error_list` and `PlanName`;
 * without `TaskID` when nothing was made (GUESS). A body that breaks a rule is told as HTTP 200
 * with body `code` 400 (DOC: HTTP 200, GUESS: 400).
 */
export function answerPlan(body: unknown, settings: Settings, plans: Plans): HttpAnswer {
	const today = todayOf(settings);
	const plan = readPlanBody(body, settings, today);
	if (typeof plan === 'string') return refusal(400, plan);
	if (settings.refuseReusedPlanName && plans.has(plan.PlanName)) {
		return refusal(400, 'PlanName already exists');
	}

	const problemsOf = contactChecker(settings, today);
	const good: unknown[] = [];
	const errors: unknown[] = [];
	plan.Details.forEach((contact, index) => {
		const problems = problemsOf(contact);
		if (problems.length === 0) good.push(contact);
		else errors.push(detailError(contact, index, problems.join('; '), settings));
	});

	const PlanName = plan.PlanName ?? makePlanName(today);
	if (!creates(plan.Perform, good.length, errors.length)) {
		return success({ detail_error_list: errors, PlanName });
	}
	const TaskID = randomBytes(16).toString('hex');
	const { Strategy, SIPLine, Date = today } = plan;
	plans.add({ PlanName, TaskID, Strategy, SIPLine, Date, Details: good, body });
	return success({ TaskID, detail_error_list: errors, PlanName });
}

/**
 * 1 makes the plan without the bad rows, 2 only checks, 3 makes it when every row is good (DOC).
 * That 1 makes none out of nothing but bad rows is a GUESS: nobody would be left to call.
 */
function creates(perform: PlanBody['Perform'], good: number, bad: number): boolean {
	if (perform === 2 || good === 0) return false;
	return perform === 1 || bad === 0;
}

/**
 * One entry a bad row, with all that is wrong with it. Numbers are whole: this is data of the API,
 * not a log.
 */
function detailError(
	contact: unknown,
	index: number,
	message: string,
	settings: Settings,
): unknown {
	const Mobile = isObject(contact) ? (contact.Mobile ?? '') : '';
	if (settings.detailErrors === 'positions') return { index, message };
	return settings.detailErrors === 'objects'
		? { Mobile, message }
		: `Mobile ${typeof Mobile === 'string' ? Mobile : JSON.stringify(Mobile)}: ${message}`;
}

/** Ends in a space, as the one in the documented example does (DOC): a client has to keep it. */
function makePlanName(today: string): string {
	return `plan-${today}-${randomBytes(4).toString('hex')} `;
}
