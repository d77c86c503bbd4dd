import { CONTACT_PROPERTIES } from '../../../nodes/AiRudder/contacts/properties.ts';
import { useStage } from '../world.mts';
import { Canvas } from './canvas.mts';
import { useEditor } from './evidence.mts';
import { bad, good, planNode, planWorkflow, rows, rowsWorkflow, saved } from './workflow.mts';
import { sipLine, source, strategies, strategy } from './workflow.mts';

const stage = useStage('AI Rudder of the editor', strategies);
const inEditor = useEditor();

const summary = `1 plan created, ${good} of ${rows.length} contacts sent, ${bad} rejected`;

inEditor('a newcomer drops Create plan behind rows, sets it up and runs it', async (page) => {
	const canvas = new Canvas(page);
	await canvas.open(await saved(stage, rowsWorkflow('From nothing')));
	const panel = await canvas.addBehind(source);
	await panel.openNode('AI Rudder');
	await panel.item('Create plan and call people').click();
	const view = await canvas.openedNode();

	expect(await view.chooseBySearch('strategy', 'DUE', strategy)).toEqual([
		'before_due_date',
		strategy,
	]);
	expect(await view.chosen('strategy')).toBe(strategy);
	await view.fill('sipLine', sipLine);
	await view.chooseMapping('Map Automatically');
	expect(await view.parameterTexts()).toMatch(/Columns are found by their names/);

	await view.executeWell();
	expect(await view.outputTitles()).toEqual([
		expect.stringMatching(/^Plans.*\(1 item\)$/),
		expect.stringMatching(/^Rejected.*\(2 items\)$/),
	]);
	expect(await view.hints()).toContain(summary);
	expect(await view.output.innerText()).toContain(stage.sandbox.plans[0]?.PlanName);
	await view.showOutput('Rejected');
	await view.output.getByText('Dewi Lestari').waitFor();
	expect(stage.sandbox.plans).toHaveLength(1);
	expect(stage.sandbox.maxCalls()).toBe(1);
});

inEditor('the canvas shows both outputs, and how many items left each', async (page) => {
	const canvas = new Canvas(page);
	await canvas.open(await saved(stage, planWorkflow('On the canvas')));
	expect(await canvas.outputLabels(planNode)).toEqual(['Plans', 'Rejected']);
	await canvas.run(source, planNode);
	await canvas.node(planNode).getByText(`${bad} items`).waitFor();
	const text = await canvas.node(planNode).innerText();
	expect(text).toMatch(/^Plans\s+1 item\s+Rejected\s+2 items/);
	await canvas.lineText(`${rows.length} items`).waitFor();
});

inEditor(
	'Map Each Column Manually shows all properties, the required ones marked',
	async (page) => {
		const canvas = new Canvas(page);
		await canvas.open(await saved(stage, planWorkflow('Each property')));
		const view = await canvas.openNode(planNode);
		await view.chooseMapping('Map Each Column Manually');
		expect(await view.mapperFields()).toEqual(CONTACT_PROPERTIES.map(({ name }) => name));
		const texts = await view.parameterTexts();
		for (const { label } of CONTACT_PROPERTIES) expect(texts).toContain(label);
		const required = CONTACT_PROPERTIES.filter((property) => property.required);
		expect(await view.markedFields()).toEqual(required.map(({ name }) => name));
	},
);

inEditor('a column dragged onto a property is sent', async (page) => {
	const canvas = new Canvas(page);
	const value = Object.fromEntries(
		CONTACT_PROPERTIES.filter(({ required, name }) => required && name !== 'Mobile').map(
			({ name, label }) => [name, `={{ $json['${label}'] }}`],
		),
	);
	const contacts = { mappingMode: 'defineBelow', value };
	await canvas.open(await saved(stage, planWorkflow('Drag', { contacts })));
	const view = await canvas.openNode(planNode);
	await view.executePrevious(rows.length);
	await view.drag('Mobile', 'Mobile');
	await view.executeWell();
	expect(await view.hints()).toContain(summary);
	expect([...stage.sandbox.calls().keys()]).toContain(rows[0]?.Mobile);
});
