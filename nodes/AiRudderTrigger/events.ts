import type { INodePropertyOptions, IWebhookDescription } from 'n8n-workflow';

/** The notifications of the service, each with an address of its own, so that no body has to be guessed at. */
export const EVENTS = ['call', 'task', 'plan', 'workflow'] as const;

export type Event = (typeof EVENTS)[number];

/** That these kinds exist is DOC; when each is sent is DOC for workflows and a GUESS for the others. */
export const eventOptions: INodePropertyOptions[] = [
	{
		name: 'Call Finished',
		value: 'call',
		description: 'A number was reached, or will not be tried again',
	},
	{ name: 'Plan Finished', value: 'plan', description: 'All rounds of a plan are over' },
	{
		name: 'Task Finished',
		value: 'task',
		description: 'One round of a plan, or one task, is over',
	},
	{
		name: 'Workflow Changed',
		value: 'workflow',
		description: 'A workflow at AI Rudder changed its status, or one of its calls or lists is over',
	},
];

/** n8n runs the lifecycle methods of this webhook; the others share its settings. */
const FIRST: Event = 'call';

const nameOf = (event: string): string => (event === FIRST ? 'default' : event);

/** The event of a webhook by its name in the description. */
export const eventOf = (webhookName: string): Event =>
	EVENTS.find((event) => nameOf(event) === webhookName) ?? FIRST;

/** What n8n answers when it has started the workflow. A fixed text, so that no expression has to run. */
const RECEIVED = JSON.stringify({ status: 'received' });

/** One address an event. The editor hides those that are not chosen. */
export const webhooks: IWebhookDescription[] = EVENTS.map((event) => ({
	name: nameOf(event) as IWebhookDescription['name'],
	httpMethod: 'POST',
	responseMode: 'onReceived',
	responseData: RECEIVED,
	path: event,
	ndvHideUrl: `={{ !$parameter["events"].includes("${event}") }}`,
}));
