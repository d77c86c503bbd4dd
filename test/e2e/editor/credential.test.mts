import type { Page } from 'playwright-core';
import { useStage } from '../world.mts';
import { Canvas } from './canvas.mts';
import { CredentialForm } from './credentialForm.mts';
import { useEditor } from './evidence.mts';
import { planNode, planWorkflow, saved } from './workflow.mts';

const stage = useStage('AI Rudder of somebody');
const inEditor = useEditor();

async function newCredential(page: Page): Promise<CredentialForm> {
	const canvas = new Canvas(page);
	await canvas.open(await saved(stage, planWorkflow('With a new credential')));
	await canvas.openNode(planNode);
	const form = new CredentialForm(page);
	await form.openNew();
	return form;
}

inEditor('key and secret are filled in, saved and tested', async (page) => {
	const form = await newCredential(page);
	expect(await form.fields()).toEqual([
		'authentication',
		'appKey',
		'appSecret',
		'baseUrl',
		'strategyListPath',
		'allowedHttpRequestDomains',
	]);
	expect(await form.field('baseUrl').locator('input').inputValue()).toBe(
		'https://api.airudder.com',
	);
	const { url, appKey, appSecret } = stage.sandbox;
	await form.fill({ appKey, appSecret, baseUrl: url });
	await form.save();
	await form.closesByItself();
	await form.openChosen();
	await form.saysTested();
	expect(await form.window.innerText()).not.toContain(appSecret);
});

inEditor('a wrong secret is told, and not shown', async (page) => {
	const form = await newCredential(page);
	const { url, appKey } = stage.sandbox;
	const appSecret = 'not-the-secret';
	await form.fill({ appKey, appSecret, baseUrl: url });
	await form.save();
	const said = await form.failure();
	expect(said).toContain("did not accept the 'App Key' or 'App Secret'");
	expect(said).not.toContain(appSecret);
});

inEditor('a token of your own takes the place of key and secret', async (page) => {
	const form = await newCredential(page);
	await form.choose('authentication', 'Token');
	await form.field('token').waitFor();
	expect(await form.fields()).toEqual([
		'authentication',
		'token',
		'baseUrl',
		'strategyListPath',
		'allowedHttpRequestDomains',
	]);
	await form.fill({ token: stage.sandbox.issueToken(), baseUrl: stage.sandbox.url });
	await form.save();
	await form.closesByItself();
});
