import path from 'node:path';
import type { Page } from 'playwright-core';
import { chromium, selectors } from 'playwright-core';
import { ensureProgram, inPath } from '../../../scripts/process/apt.mjs';
import { signedIn, world } from '../world.mts';

// What n8n marks the parts of its pages with.
selectors.setTestIdAttribute('data-test-id');

/** Milliseconds until a condition that is waited for counts as failed. */
const patience = 30_000;

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser that CHROMIUM names, or the first of several in PATH. */
async function findChromium(): Promise<string | undefined> {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	for (const name of names) {
		const file = await inPath(name);
		if (file) return file;
	}
	return undefined;
}

export interface Window {
	page: Page;
	close(): Promise<void>;
}

/**
 * Opens a browser window of 1440 by 900 for n8n's owner, who is signed in.
 *
 * @param scale how many pixels of a screenshot each of them gets in width and height
 * @throws Error that says what to install when there is no Chromium and it cannot be installed
 */
export async function openWindow({ scale = 1 } = {}): Promise<Window> {
	// A profile on disk keeps n8n's compiled scripts, without which each page takes seconds longer.
	const profile = path.join(world.userFolder, 'browser');
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: await ensureProgram('Chromium', 'chromium', findChromium),
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
		baseURL: world.url,
		viewport: { width: 1440, height: 900 },
		deviceScaleFactor: scale,
		colorScheme: 'light',
		locale: 'en-US',
	});
	context.setDefaultTimeout(patience);
	// n8n ties a session to what its editor keeps under this name.
	const browserId = 'n8n-nodes-airudder-editor';
	await context.addInitScript(`localStorage.setItem('n8n-browserId', '${browserId}')`);
	const { email, password } = world.owner;
	// Makes the owner's account, if no test has done so yet.
	await signedIn();
	const answer = await context.request.post('/rest/login', {
		headers: { 'browser-id': browserId },
		data: { emailOrLdapLoginId: email, password },
	});
	if (!answer.ok()) {
		await context.close();
		throw new Error(`n8n did not let its owner in: ${await answer.text()}`);
	}
	return { page: await context.newPage(), close: async () => await context.close() };
}
