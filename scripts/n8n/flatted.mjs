/**
 * Reads the format that n8n keeps executions in ("flatted"): a list of values in which every string
 * inside an object or array is the position of the value meant.
 */
export function parseFlatted(text) {
	const values = JSON.parse(text);
	const done = new Map();
	const at = (index) => {
		const value = values[index];
		if (typeof value !== 'object' || value === null) return value;
		if (done.has(index)) return done.get(index);
		const whole = Array.isArray(value) ? [] : {};
		done.set(index, whole);
		for (const [key, part] of Object.entries(value)) {
			whole[key] = typeof part === 'string' ? at(part) : part;
		}
		return whole;
	};
	return at(0);
}
