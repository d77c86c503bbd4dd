import { readFile } from 'node:fs/promises';
import { useStage } from '../world.mts';
import { Canvas } from './canvas.mts';
import { useEditor } from './evidence.mts';
import { node, planNode, planWorkflow, saved, strategies } from './workflow.mts';

const stage = useStage('AI Rudder before the first run', strategies);
const inEditor = useEditor();

const file = new URL('../../../nodes/AiRudder/__schema__/v1.0.0/plan/create.json', import.meta.url);

inEditor('what Create Plan gives can be mapped before it has run', async (page) => {
	const workflow = planWorkflow('Preview');
	workflow.nodes.push(node('Log', 'n8n-nodes-base.set', 3.4, 4, { mode: 'manual' }));
	workflow.connections[planNode] = { main: [[{ node: 'Log', type: 'main', index: 0 }]] };
	const canvas = new Canvas(page);
	await canvas.open(await saved(stage, workflow));
	const view = await canvas.openNode('Log');

	const { properties } = JSON.parse(await readFile(file, 'utf8'));
	expect(await view.previewedFields()).toEqual(
		expect.arrayContaining([...Object.keys(properties), 'summary']),
	);
	expect(stage.sandbox.requests).toEqual([]);
});
