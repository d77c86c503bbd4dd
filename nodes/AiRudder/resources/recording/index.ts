import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../batchOptions';
import { routed } from '../routed';
import { pathField } from '../pathField';
import { downloadRecording } from './download';

/** Where the recordings of a task are, or with another path that of one call (CLIENT, both). */
const RECORDING_PATH = '/service/cloud/recording';

const show = { resource: ['recording'], operation: ['download'] };
const fromService = { ...show, source: ['service'] };

export const recordingDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['recording'] } },
		options: [
			{
				name: 'Download',
				value: 'download',
				action: 'Download a recording',
				description: 'Get the recording of a call, or those of a task, as a file',
				routing: routed('GET', RECORDING_PATH, downloadRecording),
			},
		],
		default: 'download',
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		options: [
			{
				name: 'Link',
				value: 'link',
				description: 'A link that a notification or a task has. No token is sent to it.',
			},
			{
				name: 'AI Rudder',
				value: 'service',
				description: 'An endpoint of AI Rudder, with the query parameters you enter',
			},
		],
		default: 'link',
		description: 'Where the file comes from',
	},
	{
		displayName: 'Link',
		name: 'link',
		type: 'string',
		required: true,
		displayOptions: { show: { ...show, source: ['link'] } },
		default: '',
		placeholder: 'e.g. https://files.airudder.com/a-recording.wav',
		description: 'Only https, and only to hosts of AI Rudder unless you allow others',
	},
	{
		displayName:
			'How AI Rudder hands out recordings is not documented publicly. The addresses were seen in the client of somebody else: <code>/service/cloud/recording</code> for a task, <code>/service/cloud/case</code> for one call. Ask AI Rudder which query parameters they take, and add them below. An answer that is no file leaves as an item.',
		name: 'recordingNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: fromService },
	},
	pathField(fromService, RECORDING_PATH),
	{
		displayName: 'Query Parameters',
		name: 'queryParameters',
		type: 'assignmentCollection',
		displayOptions: { show: fromService },
		default: {},
		description: 'Sent as they are. Nothing is added.',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		displayOptions: { show },
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output binary field to put the file in',
	},
	optionsField(show, [
		{
			displayName: 'Allowed Hosts',
			name: 'allowedHosts',
			type: 'string',
			default: '',
			placeholder: 'e.g. recordings.example.com, *.example.org',
			description: 'Hosts that links may lead to, besides those of AI Rudder',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.TaskID }}.wav',
			description: 'In place of the one that the sender gives it',
		},
		{
			displayName: 'Largest File',
			name: 'largestFile',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10_000 },
			default: 100,
			description: 'In MB. Larger files are not stored.',
		},
	]),
];
