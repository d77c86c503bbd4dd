import { borrower } from '../../rows';
import type { Sandbox } from '../../sandbox';
import type { StoredCredentials } from '../n8n/credentials';
import { processedItems } from '../n8n/processedItems';
import type { RunResult } from '../n8n/run';
import { newStore } from '../n8n/run';
import type { Case } from './cases';
import { PLAN_PATH } from '../sandboxed';
import { closedPort, edit, pasted } from './world';
import type { useWorld } from './world';

/** Seven rows: two good ones a plan, and a bad one in the middle that goes to no plan. */
export const ROWS = Array.from({ length: 7 }, (_, row) =>
	borrower(row + 1, row === 3 ? { Mobile: '' } : {}),
);
export const PLANS = [
	{ name: 'p', rows: [0, 1] },
	{ name: 'p-2', rows: [2, 4] },
	{ name: 'p-3', rows: [5, 6] },
] as const;
export const BAD_ROW = 3;

/** Tries of a node with Retry On Fail. */
const NODE_TRIES = 3;

/** Milliseconds; long enough for an answer of a sandbox on a busy machine. */
const TIME_OUT = 400;

type Status = 'created' | 'failed' | 'unknown' | 'notSent';

/** What a case should come to, plan by plan. */
interface Expected {
	statuses: Status[];
	/** Requests that the service gets for the plan in trouble. */
	requests: number;
	/** How many requests the sandbox has to spoil. */
	spoiled: number;
}

const stays = ({ trouble: { kind, times = 1 } }: Case) =>
	times > 1 || kind === 'refused' || kind === 'dns';

export function expectedOf(played: Case): Expected {
	const { trouble, position, onError, retry } = played;
	const { leaves, requests } = trouble;
	const goOn = onError !== 'stopWorkflow';
	const runsAgain = !goOn && retry && leaves === 'failed';
	const recovers = runsAgain && !stays(played);
	const tries = runsAgain && stays(played) ? NODE_TRIES : 1;
	const later: Status = leaves === 'created' || recovers ? 'created' : 'notSent';
	const statuses = PLANS.map((_, plan): Status => {
		if (plan < position) return 'created';
		if (plan === position) return recovers ? 'created' : leaves;
		if (!goOn) return later;
		return stays(played) ? leaves : 'created';
	});
	const spoiledPlans = goOn ? PLANS.length - position : 1;
	return {
		statuses,
		requests: recovers ? requests + 1 : requests * tries,
		spoiled: stays(played) ? requests * tries * spoiledPlans : 1,
	};
}

export interface Played {
	result: RunResult;
	again: RunResult;
	/** Requests for the plan in trouble, in the first run. */
	requests: number;
	/** Calls to the rows of each plan after the first run, and after the second. */
	calls: number[][];
	callsAgain: number[][];
}

type World = ReturnType<typeof useWorld>;

/** Runs the workflow in trouble, then the same workflow again when all is well. */
export async function play(world: World, played: Case): Promise<Played> {
	const sandbox = world.sandbox();
	sandbox.reset();
	processedItems.clear();
	const { position } = played;
	const store = await getIntoTrouble(world, played);
	const parameters = parametersOf(played);
	const node = settingsOf(played);
	const result = await world.createWith(store, ROWS, parameters, node);
	const calls = callsByPlan(sandbox);
	const requests = world.planRequests(PLANS[position]?.name).length;

	world.watch(() => undefined);
	edit(store, { baseUrl: sandbox.url });
	const again = await world.createWith(store, ROWS, parameters, node);
	return { result, again, requests, calls, callsAgain: callsByPlan(sandbox) };
}

/** @returns the credential to run with */
export async function getIntoTrouble(world: World, played: Case) {
	const sandbox = world.sandbox();
	const { kind } = played.trouble;
	if (kind === 'refused' || kind === 'dns') {
		const store = await newStore(pasted(sandbox));
		await breakTheWay(world, store, played);
		return store;
	}
	causeTrouble(sandbox, played);
	return await world.signedIn();
}

export const parametersOf = ({ trouble }: Case) => ({
	options: { planName: 'p', contactsPerPlan: 2 },
	...(trouble.kind === 'slow' ? { requestOptions: { timeout: TIME_OUT } } : {}),
});

export const settingsOf = ({ onError, retry }: Case) => {
	return { onError, retryOnFail: retry, maxTries: NODE_TRIES, waitBetweenTries: 1 };
};

const callsByPlan = (sandbox: Sandbox) =>
	PLANS.map(({ rows }) => rows.map((row) => sandbox.callsTo(String(ROWS[row]?.Mobile))));

function causeTrouble(sandbox: Sandbox, played: Case): void {
	const { kind, retryAfter } = played.trouble;
	if (kind === 'refused' || kind === 'dns') return;
	sandbox.misbehave({
		on: 'plan',
		kind,
		skip: played.position,
		times: expectedOf(played).spoiled,
		retryAfter,
		delayMs: kind === 'slow' ? TIME_OUT * 2 : undefined,
		location: kind === 'redirect' ? `${sandbox.url}/elsewhere` : undefined,
	});
}

/** From the plan in trouble on, the base URL leads nowhere. */
async function breakTheWay(world: World, store: StoredCredentials, played: Case): Promise<void> {
	const { kind } = played.trouble;
	const baseUrl = kind === 'dns' ? 'https://nowhere.invalid' : await closedPort();
	let plansBefore = played.position;
	const breakNow = () => edit(store, { baseUrl });
	if (plansBefore === 0) breakNow();
	world.watch((line) => {
		if (line.includes(PLAN_PATH) && --plansBefore === 0) breakNow();
	});
}
