import type { INodeProperties } from 'n8n-workflow';
import { PLANS } from '../../run/forms';
import { optionsField, sendingOptions } from '../batchOptions';
import { contactOptions } from './contactOptions';
import { contactFields, planFields, planOptions } from './fields';

const show = { resource: ['plan'], operation: ['check'] };

export const checkFields: INodeProperties[] = [
	...planFields(show),
	...contactFields(show),
	optionsField(show, [...planOptions, ...sendingOptions(PLANS.words), ...contactOptions]),
];
