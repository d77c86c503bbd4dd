/**
 * A function whose code is loaded at its first call, so that n8n's start does not pay for it. Not for what
 * calls people: an update on disk while n8n runs must not mix two versions of that, and n8n takes rows for
 * done when an operation throws before it begins and On Error is set to continue.
 */
export const later = <This, Given extends unknown[], Result>(
	load: () => Promise<(this: This, ...given: Given) => Promise<Result>>,
) =>
	async function (this: This, ...given: Given): Promise<Result> {
		return await (await load()).apply(this, given);
	};
