import { createHash } from 'node:crypto';
import { numberOf } from './contacts';
import type { CreatedPlan } from './plans';
import { isObject } from './wire';

/** The four kinds there is an address for: plan, task and call finished, workflow status changed (DOC). */
export const EVENTS = ['call', 'task', 'plan', 'workflow'] as const;

export type Event = (typeof EVENTS)[number];

/** What is posted to an address, as JSON. */
export interface Notification {
	readonly event: Event;
	readonly body: Readonly<Record<string, unknown>>;
}

/** How a call ended. The service's own words are not known (GUESS). */
export type CallResult = 'answered' | 'noAnswer' | 'busy' | 'failed';

/** By the last digit of a number: how its calls end, one a round. The last one settles the number. */
const RESULTS: readonly CallResult[][] = [
	['answered'],
	['answered'],
	['answered'],
	['noAnswer', 'answered'],
	['busy', 'answered'],
	['noAnswer', 'noAnswer', 'answered'],
	['noAnswer', 'noAnswer', 'noAnswer'],
	['busy', 'busy', 'busy'],
	['busy', 'noAnswer', 'noAnswer'],
	['failed'],
];

/** How the calls of a contact end, round after round: the same for the same number, always. */
export const resultsOf = (contact: unknown): readonly CallResult[] =>
	RESULTS[Number(numberOf(contact)?.at(-1) ?? 0)] ?? [];

/**
 * The notifications of a plan in the order things happen: in each round the calls that settle a number, then the
 * task; in the end the plan. A number is told of once, when it is reached or given up (DOC for workflows, GUESS
 * for plans). The bodies are a GUESS altogether, in the words of the plan API.
 */
export function playRounds(plan: CreatedPlan): Notification[] {
	const contacts = plan.Details.map((contact) => ({ contact, results: resultsOf(contact) }));
	const rounds = Math.max(1, ...contacts.map(({ results }) => results.length));
	const notifications: Notification[] = [];
	for (let round = 1; round <= rounds; round += 1) {
		const called = contacts.filter(({ results }) => results.length >= round);
		const settled = called.filter(({ results }) => results.length === round);
		const task = { PlanName: plan.PlanName, TaskID: taskIdOf(plan, round), Round: round };
		for (const { contact, results } of settled) {
			notifications.push({ event: 'call', body: callBody(task, contact, results[round - 1]) });
		}
		const answered = called.filter(({ results }) => results[round - 1] === 'answered').length;
		const body = { ...task, Status: 'finished', Called: called.length, Answered: answered };
		notifications.push({ event: 'task', body });
	}
	const ends = contacts.map(({ results }) => results.at(-1));
	const count = (result: CallResult) => ends.filter((end) => end === result).length;
	notifications.push({
		event: 'plan',
		body: {
			PlanName: plan.PlanName,
			Status: 'finished',
			Rounds: rounds,
			Contacts: contacts.length,
			Answered: count('answered'),
			NoAnswer: count('noAnswer'),
			Busy: count('busy'),
			Failed: count('failed'),
		},
	});
	return notifications;
}

/** `Comments` is handed back as given (DOC: that it is handed back; GUESS: here). */
function callBody(task: object, contact: unknown, result: CallResult | undefined) {
	const { Comments } = isObject(contact) ? contact : {};
	return {
		...task,
		Mobile: numberOf(contact),
		Result: result,
		Duration: result === 'answered' ? 30 + Number(numberOf(contact)?.slice(-2) ?? 0) : 0,
		...(Comments === undefined ? {} : { Comments }),
	};
}

/** The first round has the plan's own task; the others get one that is the same whenever it is played. */
const taskIdOf = ({ TaskID }: CreatedPlan, round: number): string =>
	round === 1 ? TaskID : createHash('md5').update(`${TaskID} ${round}`).digest('hex');

/** The body of "workflow status changed": all of its fields (DOC). */
export const workflowStatus = (workflow_id: string, status: string): Notification => ({
	event: 'workflow',
	body: {
		workflow_id,
		workflow_name: `Workflow ${workflow_id}`,
		status,
		actions: [
			{
				nodetask_id: `${workflow_id}-1`,
				nodetask_name: 'First call',
				node_type: 'call',
				task_id: createHash('md5').update(workflow_id).digest('hex'),
				task_status: status,
			},
		],
	},
});
