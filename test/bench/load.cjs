'use strict';

/** Prints how many milliseconds it takes to load every class that package.json names. */
const path = require('node:path');
require('n8n-workflow');

const root = path.resolve(__dirname, '../..');
const { nodes, credentials } = require(path.join(root, 'package.json')).n8n;
const since = performance.now();
for (const file of [...nodes, ...credentials]) {
	const [Class] = Object.values(require(path.join(root, file)));
	new Class();
}
console.log(performance.now() - since);
