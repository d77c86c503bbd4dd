import { NodeOperationError } from 'n8n-workflow';
import type { Row } from '../contacts/columns';
import { PLAN_NAME_LENGTH } from '../contacts/names';
import type { PlanSettings } from '../contacts/plans';
import type { Problem, ReadingOptions } from '../contacts/reading';
import { readDate } from '../contacts/readDate';
import { readText } from '../contacts/readText';
import type { RunContext } from './context';
import type { Setting } from './setting';
import { setting } from './setting';

/** Strategy names are shorter than 40 characters (documented). */
const STRATEGY_LENGTH = 39;
/** A plan begins today or on one of the 4 days after (documented). */
const DAYS_AHEAD = 4;

export type SettingsOfRow = (row: Row, index: number) => PlanSettings | Problem[];

/**
 * The plan's settings for each row. Settings that are the same for all rows are read once, and what is
 * wrong with them is an error of the node; what is wrong with a row's own settings is that row's problem.
 */
export function planSettings(context: RunContext, reading: ReadingOptions): SettingsOfRow {
	const options = context.raw('options', {}) as Record<string, unknown>;
	const settings = {
		strategy: setting(context, locatorValue(context.raw('strategy', ''))),
		sipLine: setting(context, context.raw('sipLine', '')),
		planName: setting(context, options.planName),
		date: setting(context, options.date),
		dncSwitch: setting(context, options.dncSwitch),
	};
	const of: SettingsOfRow = (row, index) => readSettings(settings, row, index, reading);
	if (!Object.values(settings).every((one) => one.fixed)) return of;
	const same = of({}, 0);
	if (Array.isArray(same)) throw settingsError(context, same);
	return () => same;
}

/** The value of a resource locator, which workflows made by API may store as a plain text. */
const locatorValue = (stored: unknown): unknown =>
	typeof stored === 'object' && stored !== null && 'value' in stored ? stored.value : stored;

function readSettings(
	settings: Record<keyof PlanSettings, Setting>,
	row: Row,
	index: number,
	reading: ReadingOptions,
): PlanSettings | Problem[] {
	const problems: Problem[] = [];
	const text = (property: string, value: unknown, maxLength?: number) => {
		const read = readText(value, { maxLength });
		if ('reason' in read) problems.push({ property, value, reason: read.reason });
		return 'value' in read ? read.value : undefined;
	};
	const required = (property: string, value: unknown, maxLength?: number) => {
		const read = text(property, value, maxLength);
		const nothing = read === undefined && problems.at(-1)?.property !== property;
		if (nothing) problems.push({ property, value, reason: 'Is required and empty. Fill it in' });
		return read ?? '';
	};
	const strategy = required('Strategy', settings.strategy.of(row, index), STRATEGY_LENGTH);
	const sipLine = required('SIP Line', settings.sipLine.of(row, index));
	const planName = text('Plan Name', settings.planName.of(row, index), PLAN_NAME_LENGTH);
	const date = startDate(settings.date.of(row, index), reading, problems);
	const dncSwitch = dnc(settings.dncSwitch.of(row, index), problems);
	if (problems.length > 0) return problems;
	return { strategy, sipLine, planName, date, dncSwitch };
}

function startDate(
	value: unknown,
	reading: ReadingOptions,
	problems: Problem[],
): string | undefined {
	const read = readDate(value, reading);
	if ('nothing' in read) return undefined;
	const last = new Date(Date.parse(reading.today) + DAYS_AHEAD * 86_400_000)
		.toISOString()
		.slice(0, 10);
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

function settingsError(context: RunContext, [first, ...more]: Problem[]): NodeOperationError {
	const description = more.map(({ property, reason }) => `'${property}': ${reason}`).join('. ');
	return new NodeOperationError(
		context.node,
		first ? `'${first.property}': ${first.reason}` : 'A setting cannot be used',
		{ description: description || undefined, itemIndex: context.firstItem },
	);
}
