import type { IDataObject, IExecutePaginationFunctions, INodeProperties } from 'n8n-workflow';
import { readPhone } from '../../contacts/readPhone';
import { ServiceFailure } from '../../transport/failure';
import { maskNumbers } from '../../transport/privacy';
import { declarative } from '../operation';
import { asItem, listIn } from '../replies';

/** Where workflows of a case or a number are found (DOC). */
export const FIND_PATH = '/service/cloud/workflow/detailinstances';

/**
 * Find in Workflows: `POST /service/cloud/workflow/detailinstances` with `case_id` or `callee`, `start_time` and
 * `end_time` (DOC). The form of the times is not known, so they are sent as the user writes them; that the reply
 * is a list, or holds one, is a GUESS.
 */
export const find = declarative((context) => ({
	question: {
		method: 'POST',
		path: FIND_PATH,
		body: {
			...wanted(context),
			start_time: required(context, 'periodStart', 'Start Time'),
			end_time: required(context, 'periodEnd', 'End Time'),
		},
		// It only reads.
		harmless: true,
	},
	items: (data) =>
		listIn(data, 'cases', 'Use the HTTP Request node with the AI Rudder credential instead').map(
			asItem,
		),
}));

function wanted(context: IExecutePaginationFunctions): IDataObject {
	if (context.getNodeParameter('findBy', 'caseId') !== 'callee') {
		return { case_id: required(context, 'caseId', 'Case ID') };
	}
	const phone = readPhone(required(context, 'callee', 'Callee'), { phoneFormat: 'auto' });
	if ('value' in phone) return { callee: phone.value };
	throw new ServiceFailure("'Callee' is not a phone number with + and country code", {
		advice: 'reason' in phone ? maskNumbers(phone.reason) : 'Fill it in',
		acted: 'no',
	});
}

function required(context: IExecutePaginationFunctions, name: string, label: string): string {
	const text = String(context.getNodeParameter(name, '') ?? '').trim();
	if (text !== '') return text;
	throw new ServiceFailure(`'${label}' is empty`, { advice: 'Fill it in', acted: 'no' });
}

const show = { resource: ['workflow'], operation: ['find'] };

export const findFields: INodeProperties[] = [
	{
		displayName:
			'AI Rudder does not document publicly how the times of this request are written, or what comes back. Times are sent as you write them. If nothing is found, ask AI Rudder for the form of <code>start_time</code> and <code>end_time</code>.',
		name: 'findNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		displayOptions: { show },
		options: [
			{ name: 'Callee', value: 'callee', description: 'The phone number that was called' },
			{ name: 'Case ID', value: 'caseId', description: 'Your own mark of a row' },
		],
		default: 'caseId',
		description: 'What you know of the row you look for',
	},
	{
		displayName: 'Case ID',
		name: 'caseId',
		type: 'string',
		required: true,
		displayOptions: { show: { ...show, findBy: ['caseId'] } },
		default: '',
		placeholder: 'e.g. A-1001',
		description: 'The case ID with which the row was sent',
	},
	{
		displayName: 'Callee',
		name: 'callee',
		type: 'string',
		required: true,
		displayOptions: { show: { ...show, findBy: ['callee'] } },
		default: '',
		placeholder: 'e.g. +628123456701',
		description: 'The phone number with + and country code',
	},
	{
		displayName: 'Start Time',
		name: 'periodStart',
		type: 'string',
		required: true,
		displayOptions: { show },
		default: '',
		placeholder: 'e.g. 2026-03-01 00:00:00',
		description: 'Where the period to search begins, as AI Rudder writes times',
	},
	{
		displayName: 'End Time',
		name: 'periodEnd',
		type: 'string',
		required: true,
		displayOptions: { show },
		default: '',
		placeholder: 'e.g. 2026-03-31 23:59:59',
		description: 'Where the period to search ends, as AI Rudder writes times',
	},
];
