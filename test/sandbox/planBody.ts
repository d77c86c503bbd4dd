import { addDays } from './days';
import type { Check, Rules } from './rules';
import { day, flag, oneOf, optional, problemsOf, required, text, textUpTo } from './rules';
import type { Settings } from './settings';
import { isObject } from './wire';

/** The body of a create-plan request that keeps to the rules. */
export interface PlanBody {
	readonly PlanName?: string;
	readonly SIPLine: string;
	readonly Strategy: string;
	readonly Date?: string;
	readonly Perform: 1 | 2 | 3;
	readonly DncSwitch?: boolean;
	readonly Details: readonly unknown[];
}

/** At most so many contacts a plan (DOC; 5,000 advised). */
export const MOST_CONTACTS = 10_000;

/** A plan starts today or on one of so many days after (DOC). */
const DAYS_AHEAD = 4;

/**
 * The seven fields of the body (DOC). An empty `PlanName` is refused (GUESS: only an absent one is
 * documented).
 */
function planFields(settings: Settings, today: string): Rules {
	const lastDay = addDays(today, DAYS_AHEAD);
	return {
		PlanName: optional((value) => (value === '' ? 'must not be empty' : textUpTo(54)(value))),
		SIPLine: required(text),
		Strategy: required((value) => {
			// Shorter than 40, unlike the other limits, which are inclusive.
			const problem = textUpTo(39)(value);
			if (problem !== undefined) return problem;
			return settings.strategies.includes(value as string) ? undefined : 'does not exist';
		}),
		Date: optional(
			day((value) =>
				value < today || value > lastDay ? `must be from ${today} to ${lastDay}` : undefined,
			),
		),
		Perform: required(oneOf(1, 2, 3)),
		DncSwitch: optional(flag),
		Details: required(details),
	};
}

/** The body if it keeps to the rules, else all that is wrong with it in one text. */
export function readPlanBody(body: unknown, settings: Settings, today: string): PlanBody | string {
	if (!isObject(body)) return 'the body must be a JSON object';
	const problems = problemsOf(planFields(settings, today), body);
	return problems.length > 0 ? problems.join('; ') : (body as unknown as PlanBody);
}

const details: Check = (value) => {
	if (!Array.isArray(value)) return 'must be an array';
	if (value.length === 0) return 'must not be empty';
	return value.length > MOST_CONTACTS ? `must have at most ${MOST_CONTACTS} contacts` : undefined;
};
