import type { INodeProperties } from 'n8n-workflow';
import { callingPlan } from '../../run/callingPlan';
import type { Sender } from '../../run/outputs';
import { allAtOnce, oneAtATime } from '../../run/outputs';
import { checkPlans } from '../../run/sendPlans';
import { optionsField, sendingOptions } from '../batchOptions';
import { contactOptions } from './contactOptions';
import { contactFields, planFields, planOptions } from './fields';

const check: Sender = async (context, batch, goOn) => await checkPlans(context, batch, goOn);

/** Check Contacts: `POST /service/cloud/v2/plan` with `Perform` 2 (DOC). Nobody is called. */
export const checkAllAtOnce = allAtOnce(callingPlan, check);
export const checkOneByOne = oneAtATime(callingPlan, check);

const show = { resource: ['plan'], operation: ['check'] };

export const checkFields: INodeProperties[] = [
	...planFields(show),
	...contactFields(show),
	optionsField(show, [...planOptions, ...sendingOptions(callingPlan.words), ...contactOptions]),
];
