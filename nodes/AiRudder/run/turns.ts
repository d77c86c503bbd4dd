const turns = new WeakMap<object, Promise<unknown>>();

/** Runs what is given for one key one after the other, whatever became of the one before. */
export async function inTurn<T>(key: object, work: () => Promise<T>): Promise<T> {
	const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
	turns.set(key, turn);
	return await turn;
}
