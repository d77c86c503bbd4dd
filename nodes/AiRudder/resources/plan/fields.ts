import type { INodeProperties } from 'n8n-workflow';
import type { Show } from '../batchOptions';
import { CONTACT_PROPERTIES } from '../../contacts/properties';

/** Strategy and line, for every operation that makes or checks plans. */
export const planFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Strategy',
		name: 'strategy',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show },
		default: { mode: 'list', value: '' },
		description: 'How the rounds of calls are made. Strategies are set up at AI Rudder.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose a strategy…',
				typeOptions: { searchListMethod: 'searchStrategies', searchable: true },
			},
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. reminder_3_rounds',
			},
		],
	},
	{
		displayName: 'SIP Line',
		name: 'sipLine',
		type: 'string',
		required: true,
		displayOptions: { show },
		default: '',
		placeholder: 'e.g. LIVEDEMO_CH_SOFTPHONE_LINE',
		description: 'The line the calls go out on. AI Rudder assigned it to the account.',
	},
];

const namesOf = (wanted: boolean) =>
	CONTACT_PROPERTIES.filter(({ required }) => required === wanted)
		.map(({ name }) => name)
		.join(', ');

/** The mapping from rows to contacts. */
export const contactFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Contact Type',
		name: 'contactType',
		type: 'options',
		displayOptions: { show },
		noDataExpression: true,
		options: [
			{
				name: 'Collection',
				value: 'collection',
				description: 'The 13 properties of the collection product',
			},
			{
				name: 'Custom',
				value: 'custom',
				description: 'Another product, whose properties AI Rudder told you',
			},
		],
		default: 'collection',
		description: 'Which product of AI Rudder the contacts are for',
	},
	{
		displayName: 'Contacts',
		name: 'contacts',
		type: 'resourceMapper',
		noDataExpression: true,
		required: true,
		displayOptions: { show: { ...show, contactType: ['collection'] } },
		default: { mappingMode: 'autoMapInputData', value: null },
		description: 'Which column goes into which property of a contact. All rows are sent together.',
		typeOptions: {
			resourceMapper: {
				resourceMapperMethod: 'getContactColumns',
				mode: 'add',
				fieldWords: { singular: 'property', plural: 'properties' },
				addAllFields: true,
				multiKeyMatch: false,
				supportAutoMap: true,
				hideNoDataError: true,
			},
		},
	},
	{
		displayName: `Columns are found by their names, whatever their case, spaces, _ and -. Needed: ${namesOf(true)}. Optional: ${namesOf(false)}.`,
		name: 'automaticNotice',
		type: 'notice',
		default: '',
		displayOptions: {
			show: {
				...show,
				contactType: ['collection'],
				'/contacts.mappingMode': ['autoMapInputData'],
			},
		},
	},
	{
		displayName:
			'AI Rudder does not publish the properties of its other products. What you send here is not checked, except the phone number when you name its property. If AI Rudder refuses the rows, ask for the names of the properties.',
		name: 'customNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { ...show, contactType: ['custom'] } },
	},
	{
		displayName: 'Custom Mapping',
		name: 'customMapping',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { ...show, contactType: ['custom'] } },
		options: [
			{
				name: 'Name Each Property',
				value: 'properties',
				description: 'Send the properties you list below',
			},
			{
				name: 'Send Columns as They Are',
				value: 'columns',
				description: 'Send all columns of each row under their own names',
			},
		],
		default: 'columns',
		description: 'Which properties the contacts get',
	},
	{
		displayName: 'Custom Contacts',
		name: 'customContacts',
		type: 'assignmentCollection',
		displayOptions: { show: { ...show, contactType: ['custom'], customMapping: ['properties'] } },
		default: {},
		description: 'The properties of a contact and their values. Drag columns in from the left.',
	},
	{
		displayName: 'Phone Property',
		name: 'phoneProperty',
		type: 'string',
		displayOptions: { show: { ...show, contactType: ['custom'] } },
		default: '',
		placeholder: 'e.g. Mobile',
		description:
			'Name of the property that holds the phone number, which is then read and checked. Empty when you do not know it.',
	},
];

/** Options that say how plans are made. */
export const planOptions: INodeProperties[] = [
	{
		displayName: 'Contacts per Plan',
		name: 'contactsPerPlan',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10_000, numberPrecision: 0 },
		default: 5000,
		description:
			'More rows go to further plans. AI Rudder advises 5,000 and takes 10,000 at the most.',
	},
	{
		displayName: 'Date',
		name: 'date',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description:
			"First day of calling: today or one of the 4 days after. Today when empty. The account's time zone counts.",
	},
	{
		displayName: 'Plan Name',
		name: 'planName',
		type: 'string',
		default: '',
		placeholder: 'e.g. reminders_january',
		description:
			'At most 54 characters. Further plans get -2, -3… behind it. When empty, a name is made from the rows and the day, so that the same list sent again the same day can be recognised.',
	},
	{
		displayName: 'Use Do-Not-Call List',
		name: 'dncSwitch',
		type: 'boolean',
		default: false,
		description:
			'Whether to leave out numbers of the do-not-call pool. US lines only, after arranging it with AI Rudder.',
	},
];
