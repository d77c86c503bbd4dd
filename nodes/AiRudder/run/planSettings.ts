import { DAY } from '../contacts/calendar';
import { PLAN_NAME_LENGTH } from '../contacts/names';
import type { PlanSettings } from '../contacts/plans';
import type { Problem, ReadingOptions } from '../contacts/reading';
import { readDate } from '../contacts/readDate';
import type { RunContext } from './context';
import type { SettingsOfRow } from './settings';
import { requiredText, settingsPerRow, text } from './settings';

/** Strategy names are shorter than 40 characters (documented). */
const STRATEGY_LENGTH = 39;
/** A plan begins today or on one of the 4 days after (documented). */
const DAYS_AHEAD = 4;

/** The settings of the calling plan each row goes to. */
export function planSettings(context: RunContext, reading: ReadingOptions): SettingsOfRow {
	const options = context.raw('options', {}) as Record<string, unknown>;
	const stored = {
		strategy: locatorValue(context.raw('strategy', '')),
		sipLine: context.raw('sipLine', ''),
		planName: options.planName,
		date: options.date,
		dncSwitch: options.dncSwitch,
	};
	return settingsPerRow(
		context,
		stored,
		(values, problems): PlanSettings => ({
			strategy: requiredText(problems, 'Strategy', values.strategy, STRATEGY_LENGTH),
			sipLine: requiredText(problems, 'SIP Line', values.sipLine),
			planName: text(problems, 'Plan Name', values.planName, PLAN_NAME_LENGTH),
			date: startDate(values.date, reading, problems),
			dncSwitch: dnc(values.dncSwitch, problems),
		}),
	);
}

/** The value of a resource locator, which workflows made by API may store as a plain text. */
const locatorValue = (stored: unknown): unknown =>
	typeof stored === 'object' && stored !== null && 'value' in stored ? stored.value : stored;

function startDate(
	value: unknown,
	reading: ReadingOptions,
	problems: Problem[],
): string | undefined {
	const read = readDate(value, reading);
	if ('nothing' in read) return undefined;
	const last = new Date(Date.parse(reading.today) + DAYS_AHEAD * DAY).toISOString().slice(0, 10);
	if ('reason' in read) {
		problems.push({ property: 'Date', value, reason: read.reason });
	} else if (read.value < reading.today || read.value > last) {
		const reason = `Is ${read.value}. A plan begins today (${reading.today}) or on one of the 4 days after`;
		problems.push({ property: 'Date', value, reason });
	} else {
		return read.value;
	}
	return undefined;
}

function dnc(value: unknown, problems: Problem[]): boolean | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (typeof value === 'boolean') return value;
	const reason =
		'Is neither true nor false. Use the switch, or an expression that gives true or false';
	problems.push({ property: 'Use Do-Not-Call List', value, reason });
	return undefined;
}
