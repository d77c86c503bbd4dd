import type { INode, INodeExecutionData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { borrower } from '../rows';
import { createPlan, keyAndSecret } from './builders';
import type { RunOptions } from './n8n/run';
import { NODE, run } from './n8n/run';
import { useSandbox } from './sandboxed';

const { sandbox } = useSandbox();

/** What an agent reads: of a tool that n8n's engine runs for it, the first output alone. */
async function answer(row: object, parameters: RunOptions['parameters']) {
	const node: Partial<INode> = { rewireOutputLogTo: NodeConnectionTypes.AiTool };
	const { saved } = await run({
		rows: [row],
		parameters: createPlan(parameters),
		credentials: keyAndSecret(sandbox()),
		node,
	});
	const { resultData } = JSON.parse(saved);
	const items: INodeExecutionData[] = resultData.runData[NODE]?.[0]?.data?.ai_tool?.[0] ?? [];
	return items.map(({ json }) => json);
}

describe.each(['check', 'create'])('As the tool of an agent, %s', (operation) => {
	it('answers with the plan', async () => {
		const status = operation === 'check' ? 'checked' : 'created';
		expect(await answer(borrower(1), { operation })).toMatchObject([{ status }]);
	});

	it('answers with the reasons of a contact that is refused here', async () => {
		expect(await answer(borrower(1, { Mobile: '' }), { operation })).toMatchObject([
			{ rejection: { by: 'check', problems: [{ property: 'Mobile' }] } },
		]);
	});

	it('answers with the reasons of a contact that AI Rudder refuses', async () => {
		sandbox().set({ alsoReject: [borrower(1).Mobile] });
		expect(await answer(borrower(1), { operation })).toMatchObject([
			{ contactsSent: 0 },
			{ rejection: { by: 'service' } },
		]);
	});
});
