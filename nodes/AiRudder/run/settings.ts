import { NodeOperationError } from 'n8n-workflow';
import type { Row } from '../contacts/columns';
import type { Settings } from '../contacts/plans';
import type { Problem } from '../contacts/reading';
import { readText } from '../contacts/readText';
import type { RunContext } from './context';
import { setting } from './setting';

export type SettingsOfRow = (row: Row, index: number) => Settings | Problem[];

/**
 * The settings for each row. Those that are the same for all rows are read once, and what is wrong with
 * them is an error of the node; what is wrong with a row's own settings is that row's problem.
 *
 * @param stored the parameters as they are stored, by setting
 * @param read adds to `problems` what is wrong
 */
export function settingsPerRow<Name extends string>(
	context: RunContext,
	stored: Record<Name, unknown>,
	read: (values: Record<Name, unknown>, problems: Problem[]) => Settings,
): SettingsOfRow {
	const settings = Object.entries(stored).map(
		([name, value]) => [name, setting(context, value)] as const,
	);
	const of: SettingsOfRow = (row, index) => {
		const values = settings.map(([name, one]) => [name, one.of(row, index)]);
		const problems: Problem[] = [];
		const result = read(Object.fromEntries(values), problems);
		return problems.length > 0 ? problems : result;
	};
	if (!settings.every(([, one]) => one.fixed)) return of;
	const same = of({}, 0);
	if (Array.isArray(same)) throw settingsError(context, same);
	return () => same;
}

/** A text, or nothing when there is none. What is wrong with it is added to `problems`. */
export function text(
	problems: Problem[],
	property: string,
	value: unknown,
	maxLength?: number,
): string | undefined {
	const read = readText(value, { maxLength });
	if ('reason' in read) problems.push({ property, value, reason: read.reason });
	return 'value' in read ? read.value : undefined;
}

/** A text that has to be there. */
export function requiredText(
	problems: Problem[],
	property: string,
	value: unknown,
	maxLength?: number,
): string {
	const before = problems.length;
	const read = text(problems, property, value, maxLength);
	if (read === undefined && problems.length === before) problems.push(empty(property, value));
	return read ?? '';
}

export const empty = (property: string, value: unknown): Problem => ({
	property,
	value,
	reason: 'Is required and empty. Fill it in',
});

function settingsError(context: RunContext, [first, ...more]: Problem[]): NodeOperationError {
	const description = more.map(({ property, reason }) => `'${property}': ${reason}`).join('. ');
	return new NodeOperationError(
		context.node,
		first ? `'${first.property}': ${first.reason}` : 'A setting cannot be used',
		{ description: description || undefined, itemIndex: context.firstItem },
	);
}
