import type { RunContext } from './context';
import { count, withStatus } from './counts';
import type { PlanReport, Sent } from './reports';
import type { Advice } from './summary';

/**
 * What settings of the node mean for a run that went through. n8n's own hints cannot see these settings.
 *
 * @param earlier what tries before this one sent, when Retry On Fail ran the node again
 */
export function settingsAdvice(
	{ kind, node, rows }: RunContext,
	reports: PlanReport[],
	earlier: Sent[],
): Advice[] {
	const called = withStatus(reports, 'created').length > 0;
	const again = `This was another try. Not sent again: ${count(earlier.length, kind.words.one)} that a try before had sent`;
	const onceOnly =
		'Retry On Fail is on. Another try sends only what no try before it may have sent, so it calls nobody twice';
	const oneRow =
		"Execute Once is on in this node's settings, so only the first row was read. This node runs once over all rows without it";
	return [
		...(node.retryOnFail && called
			? [{ message: earlier.length > 0 ? again : onceOnly, type: 'info' } as const]
			: []),
		...(node.executeOnce && rows.length > 0 ? [{ message: oneRow, type: 'warning' } as const] : []),
	];
}
