import type { INode, INodeExecutionData } from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type { Row } from '../contacts/columns';
import { AGENT_LIMIT } from './agentLimit';
import type { Batch } from './batch';
import type { RunContext } from './context';
import { contacts, rows } from './counts';
import { wholeNumber } from './wholeNumber';

/** Whether an AI agent runs the node. n8n gives its tools a type of their own. */
export const isTool = ({ type, rewireOutputLogTo }: INode): boolean =>
	rewireOutputLogTo === NodeConnectionTypes.AiTool || type.endsWith('Tool');

/**
 * The rows that came in, as they are. An agent's call brings the number of the call along, another one each time,
 * which would make the same person in a second call another contact.
 */
export const rowsOf = (node: INode, items: INodeExecutionData[]): Row[] =>
	isTool(node)
		? items.map(({ json: { toolCallId: _, ...row } }) => row)
		: items.map(({ json }) => json);

/**
 * Keeps an agent from having more people called than the user allows, all its calls in the execution together.
 *
 * @throws NodeOperationError before anything is sent. An agent reads its message alone
 */
export function keepToAgentLimit(context: RunContext, { plans }: Batch): void {
	if (!isTool(context.node)) return;
	const { usual, most } = AGENT_LIMIT;
	const label = 'Most Contacts per Execution';
	const limit = wholeNumber(context, 'agentLimit', label, usual, most);
	const before = context.memory.sentContacts();
	const more = plans.reduce((total, plan) => total + plan.rows.length, 0);
	if (before + more <= limit) return;
	const message = `Nothing was sent: an AI agent may have ${contacts(limit)} called in one execution, ${before} were sent before and this call brings ${rows(more)}`;
	throw new NodeOperationError(context.node, message, {
		description: `Call many people with a workflow, without an agent in it. If the agent is meant to call so many, raise '${label}' in the options of the tool`,
		itemIndex: context.firstItem,
	});
}
