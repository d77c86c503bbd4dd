'use strict';

/** What a node usually does: asks n8n for its parameter of each row, then sends 5,000 at a time. */
class Evaluated {
	description = {
		displayName: 'Bench Evaluated',
		name: 'evaluated',
		group: ['output'],
		version: 1,
		description: 'Reads its mapping through the evaluator of n8n',
		defaults: { name: 'Evaluated' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'aiRudderApi', required: true }],
		properties: [
			{ displayName: 'URL', name: 'url', type: 'string', default: '' },
			{ displayName: 'Plan', name: 'plan', type: 'json', default: '{}' },
			{
				displayName: 'Contacts',
				name: 'contacts',
				type: 'resourceMapper',
				noDataExpression: true,
				default: { mappingMode: 'defineBelow', value: null },
				typeOptions: { resourceMapper: { resourceMapperMethod: 'none', mode: 'add' } },
			},
		],
	};

	async execute() {
		const rows = this.getInputData();
		const url = this.getNodeParameter('url', 0);
		const plan = JSON.parse(this.getNodeParameter('plan', 0));
		const contacts = rows.map((_, index) => this.getNodeParameter('contacts.value', index));
		const replies = [];
		for (let from = 0; from < contacts.length; from += 5_000) {
			const body = { ...plan, Details: contacts.slice(from, from + 5_000) };
			const request = { method: 'POST', url, body, json: true };
			replies.push(
				await this.helpers.httpRequestWithAuthentication.call(this, 'aiRudderApi', request),
			);
		}
		return [replies.map((json) => ({ json }))];
	}
}

module.exports = { Evaluated };
