/**
 * The versions of other packages' nodes that examples may use: in n8n 2.41.1, and in the oldest n8n that has the
 * node. Newer ones would not open in an older n8n.
 */
export const OUTSIDE: Readonly<Record<string, { version: number; since: '1.85' | '1.123' }>> = {
	'n8n-nodes-base.dataTable': { version: 1, since: '1.123' },
	'n8n-nodes-base.filter': { version: 2.2, since: '1.85' },
	'n8n-nodes-base.googleDrive': { version: 3, since: '1.85' },
	'n8n-nodes-base.googleSheets': { version: 4.5, since: '1.85' },
	'n8n-nodes-base.hubspot': { version: 2.1, since: '1.85' },
	'n8n-nodes-base.hubspotTrigger': { version: 1, since: '1.85' },
	'n8n-nodes-base.if': { version: 2.2, since: '1.85' },
	'n8n-nodes-base.manualTrigger': { version: 1, since: '1.85' },
	'n8n-nodes-base.merge': { version: 3, since: '1.85' },
	'n8n-nodes-base.noOp': { version: 1, since: '1.85' },
	'n8n-nodes-base.postgres': { version: 2.6, since: '1.85' },
	'n8n-nodes-base.scheduleTrigger': { version: 1.2, since: '1.85' },
	'n8n-nodes-base.set': { version: 3.4, since: '1.85' },
	'n8n-nodes-base.slack': { version: 2.3, since: '1.85' },
	'n8n-nodes-base.splitOut': { version: 1, since: '1.85' },
	'n8n-nodes-base.stickyNote': { version: 1, since: '1.85' },
	'n8n-nodes-base.wait': { version: 1.1, since: '1.85' },
	'@n8n/n8n-nodes-langchain.agent': { version: 3, since: '1.123' },
	'@n8n/n8n-nodes-langchain.chatTrigger': { version: 1.1, since: '1.85' },
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': { version: 1.2, since: '1.85' },
	'@n8n/n8n-nodes-langchain.memoryBufferWindow': { version: 1.3, since: '1.85' },
};

/** The examples that do not open in n8n 1.85, because of a node that came later. Their notes say so. */
export const NEEDS_NEWER = ['ai-agent-checks.json', 'wait-for-results.json'];
