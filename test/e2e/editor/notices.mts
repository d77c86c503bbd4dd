import type { Page } from 'playwright-core';

/** Closes n8n's notices, and takes mouse and keyboard off everything that would react to them. */
export async function calmed(page: Page): Promise<void> {
	await page.mouse.move(0, 0);
	await page.locator(':focus').evaluateAll((all) => all.forEach((one) => one.blur()));
	const notices = page.locator('.el-notification');
	for (const close of await notices.locator('.el-notification__closeBtn').all()) {
		await close.click();
	}
	await notices.first().waitFor({ state: 'detached' });
}
