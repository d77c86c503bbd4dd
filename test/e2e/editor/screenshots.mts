/** Takes the pictures of docs/images into the folder that its argument names. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { credentialData } from '../../../scripts/open/example.mjs';
import { startSandbox } from '../../sandbox/index.ts';
import { signedIn } from '../world.mts';
import { openWindow } from './browser.mts';
import { Canvas } from './canvas.mts';
import { CredentialForm } from './credentialForm.mts';
import { withEvidence } from './evidence.mts';
import { calmed } from './notices.mts';
import { sheetWorkflow } from './sheetWorkflow.mts';
import { bad, planNode, saved } from './workflow.mts';

const [folder = ''] = process.argv.slice(2);

const width = 1280;

/** What n8n lays over the edges of a node's window. */
const style = '[data-test-id=floating-nodes] { visibility: hidden }';

async function picture(name: string, part: Page | Locator): Promise<void> {
	await calmed(page);
	const file = path.join(folder, `${name}.png`);
	await part.screenshot({ path: file, animations: 'disabled', style });
	console.log(`${path.basename(file)}: ${Math.round((await stat(file)).size / 1024)} KB`);
}

/** The heights are such that no line of text is cut in two. */
const setHeight = async (height: number) => await page.setViewportSize({ width, height });

async function takeAll(path: string): Promise<void> {
	const canvas = new Canvas(page);
	await setHeight(894);
	await canvas.open(path);
	const view = await canvas.openNode(planNode);
	await view.mapperFields();
	await picture('create-plan', view.window);

	await view.close();

	await setHeight(640);
	await canvas.run(planNode);
	await canvas.lineText(`${bad} items`).waitFor();
	await canvas.zoomToFit();
	await picture('canvas', page);

	await canvas.openNode(planNode);
	await view.widenOutput();
	await view.showAs('Schema');
	await view.showOutput('Plans');
	await picture('plans', view.output);
	await setHeight(880);
	await view.showOutput('Rejected');
	await picture('rejected', view.output);

	await setHeight(1020);
	const form = new CredentialForm(page);
	await form.openNew();
	await form.fill({ appKey: '8f14e45fceea167a', appSecret: 'x'.repeat(32) });
	await picture('credential', form.window);
}

await mkdir(folder, { recursive: true });
const api = await signedIn();
const sandbox = await startSandbox();
const type = 'aiRudderApi';
const name = 'AI Rudder (Collections)';
const credential = await api.putCredential({ name, type, data: credentialData(sandbox) });
const { page, close } = await openWindow({ scale: 1.5 });
try {
	const path = await saved({ api, credential }, await sheetWorkflow(api));
	await withEvidence(page, 'screenshots', async () => await takeAll(path));
} finally {
	await close();
	await sandbox.close();
}
