import { useEditor } from './evidence.mts';
import { NodePanel } from './nodePanel.mts';

const inEditor = useEditor();

inEditor('its name and what it is for find the node, with its icon', async (page) => {
	const panel = new NodePanel(page);
	await panel.openInNewWorkflow();
	const item = panel.item('AI Rudder');
	for (const words of ['AI Rudder', 'call', 'dialer', 'collection']) {
		await panel.search('nothing has this name');
		await item.waitFor({ state: 'detached' });
		await panel.search(words);
		await item.waitFor();
	}
	expect(await item.innerText()).toContain('turn rows into calling plans');
	const icon = item.locator('img').first();
	const width = await icon.evaluate((image: { naturalWidth: number }) => image.naturalWidth);
	expect(width).toBeGreaterThan(0);
});

inEditor('the node shows its three actions', async (page) => {
	const panel = new NodePanel(page);
	await panel.openInNewWorkflow();
	await panel.openNode('AI Rudder');
	await panel.item('Create plan').waitFor();
	const names = await panel.names();
	expect(names.slice(-3)).toEqual([
		expect.stringMatching(/^Check contacts/),
		'Create plan',
		'List strategies',
	]);
});
