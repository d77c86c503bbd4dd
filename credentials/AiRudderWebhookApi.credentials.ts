import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** What a notification has to bring along to be taken for one of AI Rudder's. Tested by the trigger node. */
export class AiRudderWebhookApi implements ICredentialType {
	name = 'aiRudderWebhookApi';

	displayName = 'AI Rudder Webhook API';

	icon: Icon = {
		light: 'file:../nodes/AiRudder/airudder.svg',
		dark: 'file:../nodes/AiRudder/airudder.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-airudder/n8n-nodes-airudder#results-come-back';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. 32 letters and digits of a password generator',
			description:
				'Make one up: 16 to 200 letters, digits, - and _, as from a password generator. Keep a copy, because AI Rudder needs it as well: at the end of each address, as ?secret= and the secret, or in a header X-Webhook-Secret.',
		},
	];
}
