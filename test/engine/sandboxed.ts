import type { Sandbox, SandboxOptions } from '../sandbox';
import { startSandbox } from '../sandbox';
import { createPlan, keyAndSecret, STRATEGY } from './builders';
import { processedItems } from './n8n/processedItems';
import type { RunOptions, RunResult } from './n8n/run';
import { run } from './n8n/run';

export const PLAN_PATH = '/service/cloud/v2/plan';

/** Everything a test of a plan operation needs: a sandbox that is fresh for each test. */
export function useSandbox(options: SandboxOptions = {}) {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ strategies: [STRATEGY, 'other'], ...options });
	});
	afterEach(() => {
		sandbox.reset();
		processedItems.clear();
	});
	afterAll(async () => await sandbox.close());
	return {
		sandbox: () => sandbox,
		/** Runs Create Plan, or another operation when `parameters` say so, over the rows. */
		create: async (
			rows: object[],
			parameters: RunOptions['parameters'] = {},
			more: Partial<RunOptions> = {},
		): Promise<RunResult> =>
			await run({
				rows,
				parameters: createPlan(parameters),
				credentials: keyAndSecret(sandbox),
				...more,
			}),
		/** Bodies of the requests that the service got for plans. */
		planBodies: () =>
			sandbox.requests.filter(({ path }) => path === PLAN_PATH).map(({ body }) => body as PlanBody),
	};
}

/** What became of each plan, workflow or list. */
export const statuses = ({ plans }: RunResult) => plans.map(({ status }) => status);

interface PlanBody {
	PlanName: string;
	Strategy: string;
	SIPLine: string;
	Perform: number;
	Details: Array<Record<string, unknown>>;
}
