import { readEndTime } from '../contacts/readEndTime';
import type { Problem, Reading } from '../contacts/reading';
import type { RunContext } from './context';
import type { SettingsOfRow } from './settings';
import { empty, requiredText, settingsPerRow, text } from './settings';

/** A workflow as it is created. */
type WorkflowSettings = {
	templateId: number;
	name: string;
	/** As the service takes it. */
	endTime: string;
	templateName?: string;
	workflowName?: string;
	autoFinish?: number;
};

/** The settings of the workflow that is created for each row. */
export function workflowSettings(context: RunContext): SettingsOfRow {
	const options = context.raw('options', {}) as Record<string, unknown>;
	const stored = {
		templateId: context.raw('templateId', ''),
		name: context.raw('name', ''),
		endTime: context.raw('endTime', ''),
		templateName: options.templateName,
		workflowName: options.workflowName,
		autoFinish: options.autoFinish,
	};
	const now = Date.now();
	return settingsPerRow(
		context,
		stored,
		(values, problems): WorkflowSettings => ({
			templateId:
				required(
					problems,
					'Workflow Template ID',
					values.templateId,
					readWholeNumber(values.templateId),
				) ?? 0,
			name: requiredText(problems, 'Name', values.name),
			endTime:
				required(
					problems,
					'End Time',
					values.endTime,
					readEndTime(values.endTime, context.timezone, now),
				) ?? '',
			templateName: text(problems, 'Workflow Template Name', values.templateName),
			workflowName: text(problems, 'Workflow Name', values.workflowName),
			autoFinish: optional(
				problems,
				'Auto Finish',
				values.autoFinish,
				readWholeNumber(values.autoFinish),
			),
		}),
	);
}

/** The workflow that each row is added to. */
export const existingWorkflow = (context: RunContext): SettingsOfRow =>
	settingsPerRow(context, { workflowId: context.raw('workflowId', '') }, (values, problems) => {
		const { workflowId } = values;
		const given = requiredText(problems, 'Workflow ID', workflowId);
		// Whether the service writes it as a number or as a text is not known, so it goes back as it came.
		return { workflowId: typeof workflowId === 'number' ? workflowId : given };
	});

function readWholeNumber(value: unknown): Reading<number> {
	const digits = typeof value === 'string' ? value.trim() : value;
	if (digits === undefined || digits === null || digits === '') return { nothing: 'empty' };
	const number = typeof digits === 'string' && /^\d+$/.test(digits) ? Number(digits) : digits;
	if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) {
		return { value: number };
	}
	return { reason: 'Is not a whole number. Correct it' };
}

function optional<T extends string | number>(
	problems: Problem[],
	property: string,
	value: unknown,
	reading: Reading<T>,
): T | undefined {
	if ('reason' in reading) problems.push({ property, value, reason: reading.reason });
	return 'value' in reading ? reading.value : undefined;
}

function required<T extends string | number>(
	problems: Problem[],
	property: string,
	value: unknown,
	reading: Reading<T>,
): T | undefined {
	if ('nothing' in reading) problems.push(empty(property, value));
	return optional(problems, property, value, reading);
}
