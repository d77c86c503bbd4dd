import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { world } from '../world.mts';
import { openWindow, type Window } from './browser.mts';

/**
 * Does something in the editor. When it fails, a picture and the HTML of the page stay in n8n's user
 * folder, which is kept after failures.
 *
 * @throws Error of `work`, with the names of these files
 */
export async function withEvidence<T>(
	page: Page,
	title: string,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const folder = path.join(world.userFolder, 'failures');
		const file = path.join(folder, title.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80));
		await mkdir(folder, { recursive: true });
		await page.screenshot({ path: `${file}.png` });
		await writeFile(`${file}.html`, await page.content());
		const { message } = error as Error;
		throw new Error(`${message}\n\nWhat the page showed: ${file}.png and .html`, { cause: error });
	}
}

/** Milliseconds to open a window; the first time Chromium may have to be installed. */
const timeToOpen = 300_000;

/** A window for the tests of a file. @returns a function that declares a test in it */
export function useEditor() {
	let window: Window | undefined;
	beforeAll(async () => {
		window = await openWindow();
	}, timeToOpen);
	afterAll(async () => await window?.close());
	return (title: string, work: (page: Page) => Promise<void>) => {
		it(title, async () => {
			if (!window) throw new Error('There is no browser window');
			const { page } = window;
			await withEvidence(page, title, async () => await work(page));
		});
	};
}
