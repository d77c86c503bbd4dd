import { useEditor } from './evidence.mts';
import { NodePanel } from './nodePanel.mts';

const inEditor = useEditor();

inEditor('its name and what it is for find the node, with its icon', async (page) => {
	const panel = new NodePanel(page);
	await panel.openInNewWorkflow();
	const item = panel.item('AI Rudder');
	for (const words of ['AI Rudder', 'call', 'collection', 'dialer', 'outbound', 'voice']) {
		await panel.search('nothing has this name');
		await item.waitFor({ state: 'detached' });
		await panel.search(words);
		await item.waitFor();
	}
	// In an empty workflow n8n tells of the trigger first.
	expect(await item.innerText()).toMatch(/turn rows into calling plans|when calls, tasks, plans/);
	const icon = item.locator('img').first();
	const width = await icon.evaluate((image: { naturalWidth: number }) => image.naturalWidth);
	expect(width).toBeGreaterThan(0);
});

inEditor('the node shows its actions', async (page) => {
	const panel = new NodePanel(page);
	await panel.openInNewWorkflow();
	await panel.openNode('AI Rudder');
	await panel.item('On call finished').waitFor();
	await panel.unfoldActions();
	await panel.item('Create plan and call people').waitFor();
	const names = await panel.names();
	expect(names).toEqual(
		expect.arrayContaining([
			'Check contacts without calling',
			'Create plan and call people',
			'List strategies',
			'Get a task',
			'Download a recording',
		]),
	);
});
