const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one step and says how long it took; a step that takes long says every 15 seconds that it is
 * still at it.
 *
 * @param hint how long it usually takes; printed before a step that takes minutes
 */
export async function step(title, work, { log = console.log, hint } = {}) {
	const since = Date.now();
	if (hint) log(`${title} (${hint}) …`);
	const heartbeat = setInterval(() => log(`${title} … ${seconds(since)}`), 15_000);
	try {
		const result = await work();
		log(`${title}: ${seconds(since)}`);
		return result;
	} catch (error) {
		log(`${title}: failed after ${seconds(since)}`);
		throw error;
	} finally {
		clearInterval(heartbeat);
	}
}
