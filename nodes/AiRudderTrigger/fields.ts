import type { INodeProperties } from 'n8n-workflow';
import { eventOptions } from './events';

export const triggerFields: INodeProperties[] = [
	{
		displayName:
			"AI Rudder's staff enter the addresses for you: there is no place to do it yourself. Send them each <b>production URL</b> above with <code>?secret=</code> and the secret of the credential at its end, and say which notification it is for: <code>/call</code>, <code>/task</code>, <code>/plan</code> or <code>/workflow</code>. Where headers can be set, <code>X-Webhook-Secret</code> is better, because addresses end up in logs.<br><br>An address must be reachable from the internet. If it begins with localhost or http, set <code>WEBHOOK_URL</code> of your n8n to its public https address, and restart it.",
		name: 'addressNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: eventOptions,
		default: ['call'],
		required: true,
		description:
			'Which notifications start the workflow. The others are answered and ignored, so nothing has to change at AI Rudder.',
	},
	{
		displayName:
			'What is inside calls, tasks and plans is not documented publicly, so <code>body</code> is what AI Rudder sent, unchanged. Let one arrive and build on that. It is not known either whether AI Rudder keeps the part of an address after the <code>?</code>: if notifications get 401, ask whether it can send a header.',
		name: 'contractNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Allowed Addresses',
				name: 'allowedAddresses',
				type: 'string',
				default: '',
				placeholder: 'e.g. 203.0.113.7, 198.51.100.0/24, 2001:db8::/32',
				description:
					'Where notifications may come from, besides bringing the secret: ask AI Rudder for its addresses. Behind a proxy, set N8N_PROXY_HOPS of your n8n to the number of proxies in front of it. Otherwise every sender has the address of the proxy.',
			},
		],
	},
];
