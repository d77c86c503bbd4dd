import type { Page } from 'playwright-core';
import { useStage } from '../world.mts';
import { Canvas } from './canvas.mts';
import { useEditor } from './evidence.mts';
import { planNode, planWorkflow, rows, saved, strategies } from './workflow.mts';

const stage = useStage('AI Rudder with errors', strategies);
const inEditor = useEditor();

/** Runs Create Plan, which fails. @returns what the user reads, of which nothing may be a secret */
async function failing(page: Page, name: string, parameters: object = {}) {
	const canvas = new Canvas(page);
	await canvas.open(await saved(stage, planWorkflow(name, parameters)));
	const view = await canvas.openNode(planNode);
	const error = await view.executeBadly();
	const { sandbox } = stage;
	const tokens = sandbox.requests.flatMap(({ headers }) => headers.authorization ?? []);
	const numbers = rows.map(({ Mobile }) => Mobile).filter(Boolean);
	for (const secret of [sandbox.appSecret, sandbox.appKey, ...tokens, ...numbers]) {
		expect(error.whole).not.toContain(String(secret).replace(/^Token /, ''));
	}
	return error;
}

inEditor('a strategy that AI Rudder does not know', async (page) => {
	const strategy = { __rl: true, mode: 'name', value: 'no_such_strategy' };
	const { message, description } = await failing(page, 'Unknown strategy', { strategy });
	expect(message).toContain('Strategy does not exist');
	expect(description).toMatch(/parameters/);
	expect(stage.sandbox.plans).toHaveLength(0);
});

inEditor('an answer that is lost', async (page) => {
	stage.sandbox.misbehave({ on: 'plan', kind: 'hangUpAfter' });
	const { message, description } = await failing(page, 'Lost answer');
	expect(message).toMatch(/It is not known whether plan/);
	const [, name] = /plan '(.+?)'/.exec(message) ?? [];
	expect(description).toContain(`Look for plan '${name}' in AI Rudder before`);
	const sent = stage.sandbox.requests.filter(({ path }) => path.endsWith('/plan'));
	expect(sent).toHaveLength(1);
});

inEditor('a secret that is not right any more', async (page) => {
	stage.sandbox.set({ appSecret: 'another' });
	stage.sandbox.expireTokens('http401');
	const { message, description } = await failing(page, 'Wrong secret');
	expect(message).toContain("did not accept the 'App Key' or 'App Secret'");
	expect(description).toMatch(/Copy 'App Key' and 'App Secret' again/);
});

inEditor('a line that was forgotten', async (page) => {
	const canvas = new Canvas(page);
	await canvas.open(await saved(stage, planWorkflow('No line', { sipLine: '' })));
	const view = await canvas.openNode(planNode);
	await view.execute();
	await page.getByText('Parameter "SIP Line" is required').waitFor();
	expect(stage.sandbox.requests).toHaveLength(0);
});
