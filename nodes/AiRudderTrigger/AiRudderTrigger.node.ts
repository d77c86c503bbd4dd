import type { IHookFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { main } from '../AiRudder/connections';
import { webhooks } from './events';
import { triggerFields } from './fields';
import { receiveNotification } from './receive';
import { checkSettings, testSecret } from './settings';

/**
 * Starts a workflow when AI Rudder tells that a call, a task, a plan or a workflow is over.
 *
 * That the service posts JSON to addresses its staff configure is DOC; that it repeats a failed delivery up to 5
 * times is DOC for the predictive dialler and a GUESS for the rest; the bodies are DOC for the status of a
 * workflow and unknown for plans, tasks and calls. How a secret can travel is a GUESS: as a part of the address,
 * or in a header if the staff can set one.
 */
export class AiRudderTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AI Rudder Trigger',
		name: 'aiRudderTrigger',
		icon: { light: 'file:../AiRudder/airudder.svg', dark: 'file:../AiRudder/airudder.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when calls, tasks, plans or workflows at AI Rudder are finished',
		defaults: { name: 'AI Rudder Trigger' },
		eventTriggerDescription: 'Waiting for AI Rudder, or for a request of your own to a test URL',
		activationMessage:
			'Results of calls will start this workflow once AI Rudder has the addresses.',
		inputs: [],
		outputs: main,
		credentials: [{ name: 'aiRudderWebhookApi', required: true, testedBy: 'testSecret' }],
		webhooks,
		properties: triggerFields,
	};

	methods = { credentialTest: { testSecret } };

	/** AI Rudder has no endpoint to register an address, so there is nothing to find, create or delete there. */
	webhookMethods = {
		default: {
			/** False, so that `create` runs each time and can check the settings. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await checkSettings(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	webhook = receiveNotification;
}
