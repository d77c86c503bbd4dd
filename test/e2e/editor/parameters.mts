import type { Locator } from 'playwright-core';

const prefix = 'parameter-input-';

/** The names of the parameters in a part of a page, from top to bottom. */
export async function parameterNames(part: Locator): Promise<string[]> {
	// n8n calls the box inside each of them parameter-input-field.
	const inputs = part.locator(`[data-test-id^=${prefix}]:not([data-test-id=${prefix}field])`);
	const ids = await inputs.evaluateAll((all) => all.map((one) => one.dataset.testId ?? ''));
	return ids.map((id) => id.slice(prefix.length));
}
