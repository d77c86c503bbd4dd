'use strict';

/** Reads every row as JSON, stops for others every 8 ms as Create Plan does, and keeps nothing. */
class Reads {
	description = {
		displayName: 'Bench Reads',
		name: 'reads',
		group: ['input'],
		version: 1,
		description: 'What the rows before it cost any node',
		defaults: { name: 'Reads' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute() {
		let length = 0;
		let since = Date.now();
		for (const { json } of this.getInputData()) {
			length += JSON.stringify(json).length;
			if (Date.now() - since < 8) continue;
			await new Promise((resolve) => setTimeout(resolve, 0));
			since = Date.now();
		}
		return [[{ json: { length } }]];
	}
}

module.exports = { Reads };
