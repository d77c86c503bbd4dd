import { withCredential } from '../../../scripts/open/example.mjs';
import type { Stage } from '../world.mts';

const row = (
	number: number,
	Debtor: string,
	Mobile: string,
	[loan, due]: [string, string],
	[amount, arrears]: [number | string, number],
	Gender: string,
) => ({
	Debtor,
	Mobile,
	'Loan Date': loan,
	'Due Date': due,
	'Loan Amount': amount,
	Arrears: arrears,
	Unit: 'RP',
	Platform: 'AIRUDDER',
	Gender,
	Comments: `LN-${number}`,
});

const day = (loan: string, due: string): [string, string] => [`2026-${loan}`, `2026-${due}`];

/** What a collections team keeps in a sheet: two rows are bad, others are written as people write. */
export const rows = [
	row(20417, 'Siti Rahma', '+628123456701', day('01-12', '02-11'), [1500000, 1734500], 'F'),
	row(20418, 'Budi Santoso', '+62 812-3456-702', day('01-15', '02-14'), [2250000, 2410000], 'M'),
	row(20419, 'Dewi Lestari', '', day('01-15', '02-14'), [900000, 968500], 'F'),
	row(20420, 'Agus Wijaya', '+628123456704', day('01-20', '02-19'), ['3.500.000,00', 3742500], 'M'),
	row(20421, 'Rina Kartika', '+628123456705', day('02-24', '02-04'), [1200000, 1287000], 'F'),
	row(20422, 'Joko Prasetyo', '+628123456706', day('02-02', '03-04'), [4000000, 4156000], 'M'),
];

/** How many of them are sent, and how many are rejected. */
export const good = 4;
export const bad = rows.length - good;

/** The names of the nodes that deliver the rows, and of the one that sends them. */
const start = 'Start';
export const source = 'Overdue Loans';
export const planNode = 'Create Plan';

/** The names of a strategy, of all that the sandbox is to have, and of its line. */
export const strategy = 'after_due_date';
export const strategies = { strategies: ['three_rounds', 'before_due_date', strategy] };
export const sipLine = 'LIVEDEMO_CH_SOFTPHONE_LINE';

const link = (node: string) => ({ node, type: 'main', index: 0 });

/** A workflow whose last node delivers the rows. */
export const rowsWorkflow = (name: string) => ({
	name,
	settings: { executionOrder: 'v1' },
	nodes: [
		node(start, 'n8n-nodes-base.manualTrigger', 1, 0, {}),
		node('Sheet', 'n8n-nodes-base.set', 3.4, 1, {
			mode: 'raw',
			jsonOutput: JSON.stringify({ rows }),
			options: {},
		}),
		node(source, 'n8n-nodes-base.splitOut', 1, 2, { fieldToSplitOut: 'rows', options: {} }),
	],
	connections: {
		[start]: { main: [[link('Sheet')]] },
		Sheet: { main: [[link(source)]] },
	} as Record<string, { main: Array<Array<ReturnType<typeof link>>> }>,
});

/** A place on the canvas: columns of nodes from left to right. */
export const node = (
	name: string,
	type: string,
	typeVersion: number,
	column: number,
	parameters: object,
	y = 0,
) => ({ id: name, name, type, typeVersion, position: [column * 224, y], parameters });

/** The same workflow with Create Plan behind the rows, as a user would have set it. */
export function planWorkflow(name: string, parameters: object = {}) {
	const workflow = rowsWorkflow(name);
	workflow.nodes.push(
		node(planNode, 'n8n-nodes-airudder.aiRudder', 1, 3, {
			resource: 'plan',
			operation: 'create',
			strategy: { __rl: true, mode: 'list', value: strategy },
			sipLine,
			contacts: { mappingMode: 'autoMapInputData', value: null },
			...parameters,
		}),
	);
	workflow.connections[source] = { main: [[link(planNode)]] };
	return workflow;
}

/** Puts a new workflow into n8n with the stage's credential. @returns the address of its page */
export async function saved(
	{ api, credential }: Pick<Stage, 'api' | 'credential'>,
	workflow: { nodes: object[] },
): Promise<string> {
	const body = { ...withCredential(workflow, credential), active: false };
	const { id } = await api.request('POST', '/rest/workflows', body);
	return `/workflow/${id}`;
}
