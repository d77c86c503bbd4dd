'use strict';

const columns =
	'Debtor Mobile LoanDate DueDate LoanAmount Arrears Unit Platform Comments Gender ExtraA ExtraB ExtraC'.split(
		' ',
	);

/** A purely declarative node: one request a row. */
class OneByOne {
	description = {
		displayName: 'Bench One By One',
		name: 'oneByOne',
		group: ['output'],
		version: 1,
		description: 'Sends a plan for each row',
		defaults: { name: 'One By One' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'aiRudderApi', required: true }],
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
		properties: [
			{
				displayName: 'Strategy',
				name: 'strategy',
				type: 'string',
				default: '',
				routing: {
					request: { method: 'POST', url: '/service/cloud/v2/plan' },
					send: { type: 'body', property: 'Strategy' },
				},
			},
			{
				displayName: 'SIP Line',
				name: 'sipLine',
				type: 'string',
				default: '',
				routing: { send: { type: 'body', property: 'SIPLine' } },
			},
			{
				displayName: 'Plan Name',
				name: 'planName',
				type: 'string',
				default: '',
				routing: { send: { type: 'body', property: 'PlanName' } },
			},
			{
				displayName: 'Perform',
				name: 'perform',
				type: 'number',
				default: 1,
				routing: { send: { type: 'body', property: 'Perform' } },
			},
			...columns.map((name) => ({
				displayName: name,
				name,
				type: 'string',
				default: '',
				routing: { send: { type: 'body', property: `Details[0].${name}` } },
			})),
		],
	};
}

module.exports = { OneByOne };
