'use strict';

// Lazy, so that requiring the package costs nothing until a class is asked for.
// n8n itself reads the `n8n` section of package.json and never loads this file.
module.exports = {
	get AiRudder() {
		return require('./dist/nodes/AiRudder/AiRudder.node.js').AiRudder;
	},
	get AiRudderTrigger() {
		return require('./dist/nodes/AiRudderTrigger/AiRudderTrigger.node.js').AiRudderTrigger;
	},
	get AiRudderApi() {
		return require('./dist/credentials/AiRudderApi.credentials.js').AiRudderApi;
	},
	get AiRudderWebhookApi() {
		return require('./dist/credentials/AiRudderWebhookApi.credentials.js').AiRudderWebhookApi;
	},
};
