import type { CreatedWorkflow } from '../../sandbox';
import { keyAndSecret } from '../builders';
import type { RunOptions, RunResult } from '../n8n/run';
import { run } from '../n8n/run';
import { useSandbox } from '../sandboxed';

export const CREATE = '/service/cloud/workflow/createinstance';
export const ADD = '/service/cloud/workflow/uploaddetails';
export const FIND = '/service/cloud/workflow/detailinstances';

/** A row that is good for a workflow. */
export const customer = (number: number, changes: Record<string, unknown> = {}) => ({
	callee: `+62812${3_000_000 + number}`,
	case_id: `A-${number}`,
	name: `Siti Rahma ${number}`,
	amount: 1_500_000.5,
	...changes,
});

export const customers = (count: number) =>
	Array.from({ length: count }, (_, index) => customer(index + 1));

/** What becomes of `customer(number)`. */
export const detail = (number: number) => ({
	callee: customer(number).callee,
	case_id: `A-${number}`,
	variables: { amount: '1500000.5', name: `Siti Rahma ${number}` },
});

const mapping = {
	callee: '',
	caseId: '={{ $json.case_id }}',
	variableMapping: 'columns',
	options: {},
};

type Parameters = RunOptions['parameters'];

/** Create, Add Contacts and Find against a sandbox that is fresh for each test. */
export function useWorkflows() {
	const { sandbox } = useSandbox();
	const runWith = async (
		rows: object[],
		parameters: Parameters,
		more: Partial<RunOptions>,
	): Promise<RunResult> =>
		await run({
			rows,
			parameters: { resource: 'workflow', ...mapping, ...parameters },
			credentials: keyAndSecret(sandbox()),
			...more,
		});
	return {
		sandbox,
		create: async (
			rows: object[],
			changes: Parameters = {},
			more: Partial<RunOptions> = {},
		): Promise<RunResult> =>
			await runWith(
				rows,
				{
					operation: 'create',
					templateId: '77',
					name: 'january',
					endTime: '2099-12-31T18:00:00',
					...changes,
				},
				more,
			),
		add: async (
			rows: object[],
			workflowId: unknown,
			changes: Parameters = {},
			more: Partial<RunOptions> = {},
		): Promise<RunResult> =>
			await runWith(
				rows,
				{ operation: 'addContacts', workflowId: workflowId as string, path: ADD, ...changes },
				more,
			),
		find: async (changes: Parameters, rows: object[] = [{}]): Promise<RunResult> =>
			await runWith(
				rows,
				{
					operation: 'find',
					findBy: 'caseId',
					caseId: 'A-1',
					periodStart: '2026-01-01 00:00:00',
					periodEnd: '2099-12-31 23:59:59',
					...changes,
				},
				{},
			),
		/** Bodies of the requests to a path. */
		sent: (path: string) =>
			sandbox()
				.requests.filter((request) => request.path === path)
				.map(({ body }) => body as Body),
		only: (): CreatedWorkflow => {
			const [workflow, ...others] = sandbox().workflows;
			if (!workflow || others.length > 0) throw new Error('not exactly one workflow');
			return workflow;
		},
	};
}

interface Body {
	name?: string;
	workflow_id?: string;
	end_time?: string;
	details: Array<Record<string, unknown>>;
}
