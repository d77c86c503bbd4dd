const last = new Map<string, Promise<unknown>>();

/** Runs `work` after all earlier work under the same name in this process, whether that failed or not. */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
	const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
	last.set(name, mine);
	try {
		return await mine;
	} finally {
		if (last.get(name) === mine) last.delete(name);
	}
}
