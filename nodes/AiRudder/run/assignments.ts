/**
 * The names and values of an assignment collection as it is stored. A name loses the spaces around it, and what
 * has none is left out.
 */
export function assignments(stored: unknown): Array<[string, unknown]> {
	const { assignments: all = [] } = (stored ?? {}) as {
		assignments?: Array<{ name?: unknown; value?: unknown }>;
	};
	return all
		.map(({ name, value }): [string, unknown] => [
			typeof name === 'string' ? name.trim() : '',
			value,
		])
		.filter(([name]) => name !== '');
}
