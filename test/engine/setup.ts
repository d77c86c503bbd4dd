import { tmpdir } from 'node:os';
import path from 'node:path';

// n8n-core writes its settings at import time; they must not land in the developer's home folder.
process.env.N8N_USER_FOLDER ??= path.join(
	tmpdir(),
	`airudder-engine-${process.env.JEST_WORKER_ID}`,
);
process.env.N8N_ENCRYPTION_KEY ??= 'a-key-for-tests-alone-0000000000';
process.env.GENERIC_TIMEZONE ??= 'UTC';
// n8n logs every failed node, and most tests here make nodes fail.
process.env.N8N_LOG_LEVEL ??= 'silent';
