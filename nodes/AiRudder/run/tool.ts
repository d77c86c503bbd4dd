import type { INode, INodeExecutionData } from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type { Row } from '../contacts/columns';
import { AGENT_LIMIT } from './agentLimit';
import type { Batch } from './batch';
import type { RunContext } from './context';
import { contacts, rows } from './counts';
import { isRowFree } from './expressions';
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
 * Refuses to call people where n8n runs the node outside of any execution, as its own Agents do.
 *
 * @throws NodeOperationError before anything is sent
 */
export function refuseWithoutMemory({ memory, node, firstItem }: RunContext): void {
	if (memory.keeps) return;
	const message =
		'Nothing was sent: n8n keeps nothing from one call to the next here, so the same person could be called twice';
	throw new NodeOperationError(node, message, {
		description: 'Use the AI Agent node, or call people with a workflow',
		itemIndex: firstItem,
	});
}

/**
 * Keeps an agent from having more people called than the user allows, all its calls in the execution together, and
 * from deciding that itself.
 *
 * @throws NodeOperationError before anything is sent. An agent reads its message alone
 */
export function keepToAgentLimit(context: RunContext, { plans }: Batch): void {
	const { memory, node, firstItem } = context;
	if (!isTool(node)) return;
	leaveToUser(context, 'agentLimit', LIMIT);
	leaveToUser(context, 'resend', 'Send Again');
	const { usual, most } = AGENT_LIMIT;
	const limit = wholeNumber(context, 'agentLimit', LIMIT, usual, most);
	const before = memory.sentRows();
	const more = plans
		.filter((plan) => !memory.recall(plan))
		.reduce((total, plan) => total + plan.rows.length, 0);
	if (before + more <= limit) return;
	const message = `Nothing of this call was sent: an AI agent may have ${contacts(limit)} called in one execution, it sent ${rows(before)} before and this call brings ${rows(more)}`;
	throw new NodeOperationError(node, message, {
		description: `Call many people with a workflow, without an agent in it. If the agent is meant to call so many, raise '${LIMIT}' in the options of the tool`,
		itemIndex: firstItem,
	});
}

const LIMIT = 'Most Contacts per Execution';

/** @throws NodeOperationError when an option is an expression that an agent may fill in */
function leaveToUser({ raw, node, firstItem }: RunContext, option: string, label: string): void {
	const { [option]: stored } = raw('options', {}) as Record<string, unknown>;
	if (typeof stored !== 'string' || !stored.startsWith('=') || isRowFree(stored.slice(1))) return;
	const message = `Nothing was sent: '${label}' is not for an AI agent to decide`;
	throw new NodeOperationError(node, message, {
		description: 'Enter a fixed value',
		itemIndex: firstItem,
	});
}
