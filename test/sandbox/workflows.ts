import { randomBytes } from 'node:crypto';
import type { Calls } from './calls';
import { numberOf } from './contacts';
import { MOST_CONTACTS } from './planBody';
import type { Check, Rules } from './rules';
import { optional, problemsOf, required, text } from './rules';
import type { Settings } from './settings';
import type { HttpAnswer } from './wire';
import { isObject, refusal, success } from './wire';

/** Where the workflows are: `uploaddetails` CLIENT, the others DOC. */
export const workflowPaths = {
	create: '/service/cloud/workflow/createinstance',
	add: '/service/cloud/workflow/uploaddetails',
	find: '/service/cloud/workflow/detailinstances',
} as const;

/** A workflow the service made: the people in `details` would be called. */
export interface CreatedWorkflow {
	readonly workflow_id: string;
	readonly name: string;
	readonly workflow_template_id: number;
	readonly end_time: string;
	/** Only those called: refused rows are not in it. Grows when contacts are added. */
	readonly details: Array<Record<string, unknown>>;
	/** The request body as it came. */
	readonly body: unknown;
}

export class Workflows {
	readonly all: CreatedWorkflow[] = [];

	constructor(private readonly calls: Calls) {}

	add(workflow: CreatedWorkflow, details: ReadonlyArray<Record<string, unknown>>): void {
		if (!this.all.includes(workflow)) this.all.push(workflow);
		workflow.details.push(...details);
		for (const contact of details) this.calls.count(numberOf(contact) ?? '');
	}
}

const integer: Check = (value) => (Number.isInteger(value) ? undefined : 'must be an integer');

/** `YYYY-MM-DD HH:mm:ss+08:00` (CLIENT). */
const moment: Check = (value) =>
	typeof value === 'string' &&
	/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value) &&
	!Number.isNaN(Date.parse(value.replace(' ', 'T')))
		? undefined
		: 'must be written like 2026-12-31 18:00:00+08:00';

/** `[{ callee, variables }]` with texts alone in `variables`, at most 10,000 (CLIENT); `case_id` is a GUESS. */
const details: Check = (value) => {
	if (!Array.isArray(value) || value.length === 0) return 'must be an array that is not empty';
	if (value.length > MOST_CONTACTS) return `must have at most ${MOST_CONTACTS} contacts`;
	const wrong = value.findIndex((contact) => !isContact(contact));
	return wrong < 0 ? undefined : `has something else than a contact at ${wrong}`;
};

function isContact(contact: unknown): boolean {
	if (!isObject(contact)) return false;
	const { callee, variables, case_id, ...others } = contact;
	return (
		typeof callee === 'string' &&
		numberOf({ callee }) === callee &&
		isObject(variables) &&
		Object.values(variables).every((value) => typeof value === 'string') &&
		(case_id === undefined || typeof case_id === 'string') &&
		Object.keys(others).length === 0
	);
}

const creating: Rules = {
	workflow_template_id: required(integer),
	workflow_template_name: optional(text),
	name: required(text),
	workflow_name: optional(text),
	auto_finish: optional(integer),
	end_time: required(moment),
	details: required(details),
};

/**
 * `POST createinstance`: the fields are DOC, those of `details` CLIENT, as is the `workflow_id` of the reply. That
 * refused contacts are left out and listed, as with plans, is a GUESS; so is a body `code` of 400.
 */
export function answerCreate(body: unknown, settings: Settings, workflows: Workflows): HttpAnswer {
	const asked = isObject(body) ? body : {};
	const problems = problemsOf(creating, asked);
	if (problems.length > 0) return refusal(400, problems.join('; '));
	const { good, errors } = sorted(asked.details, settings);
	if (good.length === 0) return success({ detail_error_list: errors });
	const workflow: CreatedWorkflow = {
		workflow_id: randomBytes(8).toString('hex'),
		name: asked.name as string,
		workflow_template_id: asked.workflow_template_id as number,
		end_time: asked.end_time as string,
		details: [],
		body,
	};
	workflows.add(workflow, good);
	return success({ workflow_id: workflow.workflow_id, detail_error_list: errors });
}

/** `POST uploaddetails` (CLIENT: path and fields; GUESS: reply). */
export function answerAdd(body: unknown, settings: Settings, workflows: Workflows): HttpAnswer {
	const asked = isObject(body) ? body : {};
	const problems = problemsOf({ workflow_id: required(text), details: required(details) }, asked);
	if (problems.length > 0) return refusal(400, problems.join('; '));
	const workflow = workflows.all.find(({ workflow_id }) => workflow_id === asked.workflow_id);
	if (workflow === undefined) return refusal(404, 'workflow_id does not exist');
	const { good, errors } = sorted(asked.details, settings);
	workflows.add(workflow, good);
	return success({ added: good.length, detail_error_list: errors });
}

/** `POST detailinstances` (DOC: fields; GUESS: that any text is a time, and the reply). */
export function answerFind(body: unknown, workflows: readonly CreatedWorkflow[]): HttpAnswer {
	const asked = isObject(body) ? body : {};
	const problems = problemsOf({ start_time: required(text), end_time: required(text) }, asked);
	const { case_id, callee } = asked;
	if (case_id === undefined && callee === undefined) problems.push('case_id or callee is required');
	if (problems.length > 0) return refusal(400, problems.join('; '));
	const list = workflows.flatMap(({ workflow_id, name, details: contacts }) =>
		contacts
			.filter((contact) => case_id === undefined || contact.case_id === case_id)
			.filter((contact) => callee === undefined || contact.callee === callee)
			.map((contact) => ({ workflow_id, workflow_name: name, ...contact })),
	);
	return success({ list });
}

/** Contacts that are called, and why the others are not. */
function sorted(contacts: unknown, settings: Settings) {
	const blocked = new Set(settings.alsoReject);
	const good: Array<Record<string, unknown>> = [];
	const errors: unknown[] = [];
	for (const [index, contact] of (contacts as typeof good).entries()) {
		const { callee } = contact;
		if (!blocked.has(callee as string)) good.push(contact);
		else errors.push(refused(callee, index, settings));
	}
	return { good, errors };
}

/** In the shape the settings say. */
function refused(callee: unknown, index: number, { detailErrors }: Settings): unknown {
	const message = 'number is on the blocklist';
	if (detailErrors === 'positions') return { index, message };
	return detailErrors === 'objects' ? { callee, message } : `callee ${String(callee)}: ${message}`;
}
