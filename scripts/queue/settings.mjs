/**
 * n8n's queue mode: what its processes are started with. examples/queue-mode/docker-compose.yml has the
 * same variables and commands, which the tests compare.
 */

/** What all processes have in common, by the names of n8n's environment variables. */
export const sharedSettings = ({ postgres, redis, encryptionKey, webhookUrl }) => ({
	EXECUTIONS_MODE: 'queue',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	N8N_ENCRYPTION_KEY: encryptionKey,
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: postgres.host,
	DB_POSTGRESDB_PORT: String(postgres.port),
	DB_POSTGRESDB_DATABASE: postgres.database,
	DB_POSTGRESDB_USER: postgres.user,
	DB_POSTGRESDB_PASSWORD: postgres.password,
	QUEUE_BULL_REDIS_HOST: redis.host,
	QUEUE_BULL_REDIS_PORT: String(redis.port),
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	N8N_REINSTALL_MISSING_PACKAGES: 'true',
	WEBHOOK_URL: webhookUrl,
});

/** The processes: the arguments of n8n's program, more settings, and what answers when it is ready. */
export const processes = {
	main: {
		command: [],
		ready: ['/healthz/readiness', '/rest/settings'],
		settings: { N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' },
	},
	worker: { command: ['worker', '--concurrency=5'], ready: ['/healthz/readiness'], settings: {} },
	webhook: { command: ['webhook'], ready: ['/healthz'], settings: {} },
};

/**
 * A worker's hold on an execution ends so soon, in milliseconds, when it does not say that it is still
 * there. n8n's own (60 s, 30 s) make a killed worker's executions last a minute and a half.
 */
export const shortLocks = {
	QUEUE_WORKER_LOCK_DURATION: '5000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
	QUEUE_WORKER_STALLED_INTERVAL: '2000',
};
