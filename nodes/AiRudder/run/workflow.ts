import { jsonWith } from '../contacts/contactList';
import type { Plan } from '../contacts/plans';
import { CALLEE } from '../contacts/readWorkflowContact';
import type { BatchKind } from './batchKind';
import { ADD_PATH, CREATE_PATH, MORE_CONTACTS, NEW_WORKFLOWS } from './forms';
import type { PlanReply } from './planRequest';
import { allRefused, refusals, unclear } from './planRequest';
import { checkedPath } from '../transport/path';
import { workflowReader } from './workflowReader';
import { existingWorkflow, workflowSettings } from './workflowSettings';

/** Rows become workflows: one from a template for as many contacts as it takes. */
export const newWorkflow: BatchKind = {
	...NEW_WORKFLOWS,
	reader: workflowReader,
	naming: {
		setting: 'name',
		longest: Infinity,
		suffix: (number) => `-${number}`,
		// Not the end time: an expression such as "in 8 hours" gives another one in each run.
		identity: ({ templateId }) => ['workflow from template', templateId],
	},
	settings: workflowSettings,
	path: () => CREATE_PATH,
	body: createBody,
	reply: readCreateReply,
	item: ({ plan: { settings }, reply }, status) => ({
		workflow_id: reply.id ?? null,
		name: reply.name,
		status,
		workflow_template_id: settings.templateId,
		end_time: settings.endTime,
	}),
	mention: ({ reply }) => ({ workflow_id: reply.id ?? null, name: reply.name }),
};

/** Rows become further contacts of a workflow. */
export const moreContacts: BatchKind = {
	...MORE_CONTACTS,
	reader: workflowReader,
	naming: {
		setting: 'workflowId',
		longest: Infinity,
		suffix: (number) => ` (part ${number})`,
		identity: ({ workflowId }) => ['list for workflow', String(workflowId)],
	},
	settings: existingWorkflow,
	path: (context) => checkedPath(context.parameter<unknown>('path', ADD_PATH)),
	body: ({ settings, contacts }) =>
		jsonWith({ workflow_id: settings.workflowId }, 'details', contacts),
	reply: readAddReply,
	item: ({ plan: { settings } }, status) => ({ workflow_id: settings.workflowId, status }),
	mention: ({ plan: { settings } }) => ({ workflow_id: settings.workflowId }),
};

/**
 * `workflow_template_id`, `workflow_template_name`, `name`, `workflow_name`, `auto_finish` and `end_time` are DOC,
 * `details` and the form of `end_time` CLIENT. What was not given is left out, so that the service's own default
 * holds: 2 for `auto_finish` (DOC).
 */
function createBody({ settings, name, contacts }: Plan): Buffer {
	const { templateId, templateName, workflowName, autoFinish, endTime } = settings;
	const rest = {
		workflow_template_id: templateId,
		...(templateName === undefined ? {} : { workflow_template_name: templateName }),
		name,
		...(workflowName === undefined ? {} : { workflow_name: workflowName }),
		...(autoFinish === undefined ? {} : { auto_finish: autoFinish }),
		end_time: endTime,
	};
	return jsonWith(rest, 'details', contacts);
}

/**
 * `data.workflow_id` (CLIENT), a text or a number (GUESS). That refused contacts would be listed as those of a
 * calling plan are, and that there is no id when all are refused, is a GUESS.
 */
function readCreateReply(data: unknown, plan: Plan): PlanReply {
	const { workflow_id: id, ...rest } = objectIn(data);
	const reply = { name: plan.name, ...refusals(rest, plan, CALLEE) };
	if ((typeof id === 'string' && id !== '') || typeof id === 'number') return { ...reply, id };
	if (allRefused(reply, plan)) return reply;
	throw unclear('workflow');
}

/** Code 200 is success, whatever the data (GUESS); refused contacts as above. */
function readAddReply(data: unknown, plan: Plan): PlanReply {
	const { workflowId } = plan.settings;
	const reply = { name: plan.name, ...refusals(objectIn(data), plan, CALLEE) };
	return allRefused(reply, plan) ? reply : { ...reply, id: String(workflowId) };
}

const objectIn = (data: unknown): Record<string, unknown> =>
	typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {};
