import type { Sandbox } from '../sandbox';
import type { RunOptions } from './n8n/run';

export const STRATEGY = 'reminder_3_rounds';

export const keyAndSecret = ({ appKey, appSecret, url }: Sandbox) => ({
	authentication: 'keyAndSecret',
	appKey,
	appSecret,
	sessionToken: '',
	baseUrl: url,
	strategyListPath: '/service/cloud/v2/strategy',
});

export const automatic = {
	mappingMode: 'autoMapInputData',
	value: null,
	matchingColumns: [],
	schema: [],
};

export const eachBelow = (value: Record<string, unknown>) => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: [],
	schema: [],
});

/** Names and values as the editor stores an assignment collection. */
export const assignments = (values: Record<string, unknown>) => ({
	assignments: Object.entries(values).map(([name, value]) => ({
		id: name,
		name,
		value,
		type: 'string',
	})),
});

/** Parameters of Create Plan as the editor stores them. */
export const createPlan = (changes: RunOptions['parameters'] = {}): RunOptions['parameters'] => ({
	resource: 'plan',
	operation: 'create',
	strategy: { __rl: true, mode: 'name', value: STRATEGY },
	sipLine: 'LIVEDEMO_CH_SOFTPHONE_LINE',
	contactType: 'collection',
	contacts: automatic,
	invalidContacts: 'createWithout',
	options: {},
	...changes,
});
