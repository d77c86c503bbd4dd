/** Loaded into every server that is started here: ends it when its starter is gone, even by SIGKILL. */
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 1_000).unref();
