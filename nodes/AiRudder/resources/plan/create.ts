import type { INodeProperties } from 'n8n-workflow';
import { resend } from '../../run/batch';
import { callingPlan } from '../../run/callingPlan';
import { choice } from '../../run/choice';
import type { Sender } from '../../run/outputs';
import { allAtOnce, oneAtATime } from '../../run/outputs';
import { createPlans } from '../../run/sendPlans';
import { optionsField, resendOption, sendingOptions } from '../batchOptions';
import { contactOptions } from './contactOptions';
import { contactFields, planFields, planOptions } from './fields';

const create: Sender = async (context, batch, goOn) =>
	await createPlans(context, batch, {
		goOn,
		resend: resend(context),
		invalidContacts: choice(context, 'invalidContacts', ['createWithout', 'createNothing']),
	});

/** Create Plan: `POST /service/cloud/v2/plan` with `Perform` 1 or 3 (DOC). People are called. */
export const createAllAtOnce = allAtOnce(callingPlan, create);
export const createOneByOne = oneAtATime(callingPlan, create);

const show = { resource: ['plan'], operation: ['create'] };

export const createFields: INodeProperties[] = [
	...planFields(show),
	...contactFields(show),
	{
		displayName: 'Invalid Contacts',
		name: 'invalidContacts',
		type: 'options',
		displayOptions: { show },
		options: [
			{
				name: 'Create the Plan Without Them',
				value: 'createWithout',
				description: 'Good rows are called, bad ones leave through the Rejected output',
			},
			{
				name: 'Create Nothing',
				value: 'createNothing',
				description:
					'Nobody is called when any row is bad; with several plans all are checked first',
			},
		],
		default: 'createWithout',
		description: 'What to do when some rows cannot be called',
	},
	optionsField(show, [
		...planOptions,
		...sendingOptions(callingPlan.words),
		resendOption,
		...contactOptions,
	]),
];
