import type { INodeProperties } from 'n8n-workflow';

/** Where workflows of a case or a number are found (DOC). */
export const FIND_PATH = '/service/cloud/workflow/detailinstances';

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
