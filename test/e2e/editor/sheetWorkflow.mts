import { CONTACT_PROPERTIES } from '../../../nodes/AiRudder/contacts/properties.ts';
import type { N8nApi } from '../../../scripts/n8n-api.mjs';
import { node, planNode, planWorkflow, rows, source } from './workflow.mts';

const link = (name: string) => ({ node: name, type: 'main', index: 0 });

/** The columns of the sheet are dragged onto the properties of the same name. */
const columns = Object.keys(rows[0] ?? {});
const value = Object.fromEntries(
	CONTACT_PROPERTIES.filter(({ label }) => columns.includes(label)).map(({ name, label }) => [
		name,
		/\s/.test(label) ? `={{ $json['${label}'] }}` : `={{ $json.${label} }}`,
	]),
);

/**
 * The workflow of a team that keeps its borrowers in a sheet. The sheet's rows are pinned, so nobody has
 * to sign in at Google.
 */
export async function sheetWorkflow(api: N8nApi) {
	const type = 'googleSheetsOAuth2Api';
	const { id, name } = await api.putCredential({ name: 'Google Sheets', type, data: {} });
	const workflow = planWorkflow('Call overdue borrowers', {
		contacts: { mappingMode: 'defineBelow', value },
	});
	const plan = workflow.nodes.find((one) => one.name === planNode);
	const trigger = 'Every Morning';
	return {
		...workflow,
		nodes: [
			node(trigger, 'n8n-nodes-base.scheduleTrigger', 1.2, 0, {
				rule: { interval: [{ triggerAtHour: 8 }] },
			}),
			{
				...node(source, 'n8n-nodes-base.googleSheets', 4.5, 1, {
					documentId: { __rl: true, mode: 'id', value: 'borrowers' },
					sheetName: { __rl: true, mode: 'name', value: 'Overdue' },
					options: {},
				}),
				credentials: { [type]: { id, name } },
			},
			{ ...plan, position: [448, 0] },
			node('Log Plans', 'n8n-nodes-base.noOp', 1, 3.3, {}, -112),
			node('Rows to Correct', 'n8n-nodes-base.noOp', 1, 3.3, {}, 112),
		],
		connections: {
			[trigger]: { main: [[link(source)]] },
			[source]: { main: [[link(planNode)]] },
			[planNode]: { main: [[link('Log Plans')], [link('Rows to Correct')]] },
		},
		pinData: { [source]: rows.map((json) => ({ json })) },
	};
}
