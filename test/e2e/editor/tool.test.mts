import { useStage } from '../world.mts';
import { Canvas } from './canvas.mts';
import { useEditor } from './evidence.mts';
import { node, planNode, planWorkflow, saved, strategies } from './workflow.mts';

const stage = useStage('AI Rudder as a tool in the editor', strategies);
const inEditor = useEditor();

inEditor('the limit for agents is an option of the tool, and of nothing else', async (page) => {
	const workflow = planWorkflow('With an agent');
	workflow.nodes.push(
		node('Agent', '@n8n/n8n-nodes-langchain.agent', 2.2, 1, {}, 300),
		node('Call', 'n8n-nodes-airudder.aiRudderTool', 1, 1, { operation: 'create' }, 500),
	);
	workflow.connections.Call = {
		ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]],
	} as never;
	const canvas = new Canvas(page);
	await canvas.open(await saved(stage, workflow));
	const own = await canvas.openNode(planNode);
	const offered = await own.offeredOptions();
	expect(offered).toContain('Send Again');
	expect(offered).not.toContain('Most Contacts per Execution');
	await page.keyboard.press('Escape');
	await own.close();

	const tool = await canvas.openNode('Call');
	expect(await tool.offeredOptions()).toContain('Most Contacts per Execution');
});
