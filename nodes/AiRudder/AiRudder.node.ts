import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { main, outputs } from './connections';
import { planDescription } from './resources/plan';
import { getContactColumns } from './resources/plan/getContactColumns';
import { checkAllAtOnce, createAllAtOnce } from './resources/plan/operations';
import { recordingDescription } from './resources/recording';
import { strategyDescription } from './resources/strategy';
import { searchStrategies } from './resources/strategy/list';
import { taskDescription } from './resources/task';
import { workflowDescription } from './resources/workflow';
import { addAllAtOnce, createAllAtOnce as createWorkflow } from './resources/workflow/operations';

/** What the editor says of settings before the node runs. Those of the node's Settings tab show up in a run only. */
const HINTS: INodeTypeDescription['hints'] = [
	{
		message:
			'Send Again is on: each run calls the same people again, even when they were called just before. Turn it off once you have called them again on purpose.',
		type: 'warning',
		location: 'outputPane',
		displayCondition:
			'={{ ["create", "addContacts"].includes($parameter["operation"]) && ![undefined, false].includes($rawParameter["options"]?.["resend"]) }}',
	},
	{
		message:
			"Plan Name is the same in each run, and AI Rudder tells plans apart by their names alone. Put the day into it, for example reminders_{{ $now.toFormat('yyyy-MM-dd') }}, or leave it out.",
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ $parameter["resource"] === "plan" && $parameter["operation"] === "create" && !!$parameter["options"]?.["planName"] && !String($rawParameter["options"]["planName"]).includes("{{") }}',
	},
];

export class AiRudder implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AI Rudder',
		name: 'aiRudder',
		icon: { light: 'file:airudder.svg', dark: 'file:airudder.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ($parameter["operation"] === "check" ? "check, calls nobody" : $parameter["operation"]) + ": " + $parameter["resource"] }}',
		description: 'Call people with AI Rudder: turn rows into calling plans',
		defaults: { name: 'AI Rudder' },
		usableAsTool: true,
		inputs: main,
		outputs,
		credentials: [{ name: 'aiRudderApi', required: true }],
		hints: HINTS,
		requestDefaults: {
			baseURL: '={{ $credentials.baseUrl }}',
			headers: { 'Content-Type': 'application/json' },
		},
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Plan', value: 'plan' },
					{ name: 'Recording', value: 'recording' },
					{ name: 'Strategy', value: 'strategy' },
					{ name: 'Task', value: 'task' },
					{ name: 'Workflow', value: 'workflow' },
				],
				default: 'plan',
			},
			...planDescription,
			...recordingDescription,
			...strategyDescription,
			...taskDescription,
			...workflowDescription,
		],
	};

	methods = {
		listSearch: { searchStrategies },
		resourceMapping: { getContactColumns },
	};

	/**
	 * Where many rows become one request. n8n's declarative engine sends one request an item, all at the
	 * same time, so these run here and everything else stays declarative.
	 */
	customOperations = {
		plan: { create: createAllAtOnce, check: checkAllAtOnce },
		workflow: { create: createWorkflow, addContacts: addAllAtOnce },
	};
}
