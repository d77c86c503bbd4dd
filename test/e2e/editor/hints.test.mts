import { useStage } from '../world.mts';
import { Canvas } from './canvas.mts';
import { useEditor } from './evidence.mts';
import { planNode, planWorkflow, saved, strategies } from './workflow.mts';

const stage = useStage('AI Rudder with hints', strategies);
const inEditor = useEditor();

const sendAgain = /^Send Again is on: each run calls the same people again/;
const sameName = /^Plan Name is the same in each run/;
const retries = /^Retry On Fail is on/;

inEditor('settings that can call people again are told before and after a run', async (page) => {
	const workflow = planWorkflow('Risky', { options: { resend: true, planName: 'reminders' } });
	Object.assign(workflow.nodes.at(-1) ?? {}, { retryOnFail: true });
	const canvas = new Canvas(page);
	await canvas.open(await saved(stage, workflow));
	const view = await canvas.openNode(planNode);
	await view.output.getByText(sendAgain).waitFor();
	expect(await view.hints()).toEqual([
		expect.stringMatching(sendAgain),
		expect.stringMatching(sameName),
	]);
	await view.close();

	await canvas.run(planNode);
	await canvas.openNode(planNode);
	const hints = await view.hints();
	expect(hints).toContainEqual(expect.stringMatching(sendAgain));
	expect(hints).toContainEqual(expect.stringMatching(retries));
	expect(hints).not.toContainEqual(expect.stringMatching(sameName));
});

inEditor('nothing is told of a node as it is usually set', async (page) => {
	const canvas = new Canvas(page);
	await canvas.open(await saved(stage, planWorkflow('Usual')));
	const view = await canvas.openNode(planNode);
	await view.output.getByText('No output data').waitFor();
	expect(await view.hints()).toEqual([]);
});
