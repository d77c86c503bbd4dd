/**
 * A function whose code is loaded at its first call. n8n loads every node at every start, the forms of
 * all of them and the work of none.
 */
export const later = <This, Given extends unknown[], Result>(
	load: () => Promise<(this: This, ...given: Given) => Promise<Result>>,
) =>
	async function (this: This, ...given: Given): Promise<Result> {
		return await (await load()).apply(this, given);
	};
