import path from 'node:path';
import { cache } from '../cache.mjs';

/** Settings of the machine's own n8n, of npm, or of jest, that must not reach this one. */
const foreign =
	/^(N8N_|DB_|QUEUE_|EXECUTIONS_|WEBHOOK_URL$|npm_|NODE_ENV$|NODE_OPTIONS$|JEST_|OFFLOAD_)/i;

/** Parts of n8n 2 that ask the internet; n8n 1 does not start when it is told of them. */
const ofTwo = { N8N_DISABLED_MODULES: 'mcp-registry,instance-ai,agents,insights,chat-hub' };

/**
 * The environment of an n8n on loopback: SQLite, no telemetry, nothing that asks the internet, every
 * execution kept.
 */
export function n8nSettings({ version, userFolder, url, port, brokerPort, env }) {
	const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	// The sandbox is on loopback, which no company proxy can reach.
	const noProxy = [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1']
		.filter(Boolean)
		.join();
	return {
		...Object.fromEntries(inherited),
		NO_PROXY: noProxy,
		no_proxy: noProxy,
		NO_COLOR: '1',
		NODE_COMPILE_CACHE: path.join(cache, 'compile-cache'),
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_PROTOCOL: 'http',
		N8N_SECURE_COOKIE: 'false',
		N8N_EDITOR_BASE_URL: `${url}/`,
		WEBHOOK_URL: `${url}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		...(version.startsWith('1.') ? {} : ofTwo),
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'true',
		...env,
	};
}
