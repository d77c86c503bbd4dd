import type { INodeProperties } from 'n8n-workflow';
import { AGENT_LIMIT } from '../run/agentLimit';
import type { Words } from '../run/forms';

export type Show = NonNullable<INodeProperties['displayOptions']>['show'];

/** Options that say how what becomes of the rows is sent. */
export const sendingOptions = ({ one, done }: Words): INodeProperties[] => [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10, numberPrecision: 0 },
		default: 1,
		description: `How many ${one}s are sent at the same time, when there are several. With more than one, a ${one} whose outcome is unknown no longer holds back those that are on their way with it.`,
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3600 },
		default: 300,
		description: `Seconds to wait for the answer to a ${one}. When none comes it is not known whether the ${one} was ${done}, so better wait long.`,
	},
];

/** The one option that makes phones ring again. */
export const resendOption: INodeProperties = {
	displayName: 'Send Again',
	name: 'resend',
	type: 'boolean',
	default: false,
	description:
		'Whether to call the same people again when the same rows were sent today already. Without it they are not sent, and come out as alreadySent.',
};

const { usual, most } = AGENT_LIMIT;

/** Shown where the node is the tool of an AI agent, alone. */
export const agentOption: INodeProperties = {
	displayName: 'Most Contacts per Execution',
	name: 'agentLimit',
	type: 'number',
	noDataExpression: true,
	typeOptions: { minValue: 1, maxValue: most, numberPrecision: 0 },
	displayOptions: { show: { '@tool': [true] } },
	default: usual,
	description:
		'How many people may be called through this tool in one execution, all calls together. In a chat each message is an execution. A call that brings more is refused before anything is sent.',
};

/** The collection of options, in the order that n8n asks for. */
export const optionsField = (show: Show, options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	displayOptions: { show },
	default: {},
	options: [...options].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
});
