import { readFile } from 'node:fs/promises';
import { outputsOf, trigger, withCredential } from '../../../scripts/open/example.mjs';
import { useStage } from '../world.mts';

const stage = useStage('examples');

it('rows-to-plan.json runs as it is', async () => {
	const example = JSON.parse(await readFile('examples/rows-to-plan.json', 'utf8'));
	const { api, credential, sandbox } = stage;
	const workflow = await api.putWorkflow(withCredential(example, credential));
	const { plans, rejected } = outputsOf(await api.runWorkflow(workflow, trigger));
	expect(plans).toHaveLength(1);
	expect(rejected).toHaveLength(1);
	expect(sandbox.maxCalls()).toBe(1);
});
