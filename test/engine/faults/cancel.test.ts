import { WorkflowExecute } from 'n8n-core';
import { borrowers } from '../../rows';
import { asItIs, processedItems } from '../n8n/processedItems';
import { leaksOf, secretsOf } from './leaks';
import { PLAN_PATH } from '../sandboxed';
import { patience, useWorld } from './world';

const world = useWorld();
const { sandbox, create, planRequests } = world;

const rows = borrowers(6);
const options = { planName: 'p', contactsPerPlan: 2 };
const goOn = { onError: 'continueRegularOutput' } as const;
const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

/** Stops the execution under way, as the Stop button does. */
let stop: () => void;
beforeEach(() => {
	const original = WorkflowExecute.prototype.processRunExecutionData;
	jest.spyOn(WorkflowExecute.prototype, 'processRunExecutionData').mockImplementation(function (
		this: WorkflowExecute,
		workflow,
	) {
		const execution = original.call(this, workflow);
		stop = () => execution.cancel();
		return execution;
	});
});
afterEach(() => jest.restoreAllMocks());

const sentNames = () => planRequests().map(({ PlanName }) => PlanName);

/** Acts when the service has got the second plan, and not answered. */
const onSecondPlan = (act: () => void) => {
	let seen = 0;
	world.watch((line) => {
		if (line.includes(PLAN_PATH) && ++seen === 2) act();
	});
};

/** Stops the execution exactly between two plans: after what the node does when the first is refused. */
function stopAfterFirst(): void {
	sandbox().misbehave({ on: 'plan', kind: 'http403' });
	const { removeProcessed } = processedItems;
	jest.spyOn(processedItems, 'removeProcessed').mockImplementation(async (...args) => {
		await removeProcessed.apply(processedItems, args);
		stop();
	});
}

describe('Stopping the execution', () => {
	it('between two plans stops before the next one', async () => {
		stopAfterFirst();
		await create(rows, { options }, { node: goOn });

		expect(sentNames()).toEqual(['p']);
		expect(sandbox().plans).toEqual([]);
	});

	it.each([{}, goOn, retry])(
		'while a plan is on its way sends none after it (%j)',
		async (node) => {
			onSecondPlan(() => stop());
			await create(rows, { options }, { node });

			expect(sentNames()).toEqual(['p', 'p-2']);
			expect(sandbox().maxCalls()).toBe(1);
		},
	);

	it('while the node waits to repeat a plan ends the wait and sends nothing more', async () => {
		Object.assign(patience, { firstWait: 20_000, longestWait: 20_000 });
		sandbox().misbehave({ on: 'plan', kind: '429', skip: 1, times: 9 });
		onSecondPlan(() => setTimeout(() => stop(), 50));
		const started = Date.now();
		await create(rows, { options });

		expect(sentNames()).toEqual(['p', 'p-2']);
		expect(Date.now() - started).toBeLessThan(5_000);
	});

	it('and running it again calls nobody twice', async () => {
		onSecondPlan(() => stop());
		await create(rows, { options });
		world.watch(() => undefined);
		const { plans } = await create(rows, { options });

		expect(plans.map(({ status }) => status)).toEqual(['alreadySent', 'alreadySent', 'created']);
		expect([...sandbox().calls().values()]).toEqual(Array(6).fill(1));
	});

	it('says what was sent and what was not', async () => {
		onSecondPlan(() => stop());
		const result = await create(rows, { options });
		const { saved } = result;

		expect(saved).toMatch(/whether plan 'p-2' \(2 contacts\) was created/);
		expect(saved).toMatch(/do not send again: 'p' \(2 contacts\)/);
		expect(saved).toMatch(/Not sent: 1 plan with 2 contacts/);
		const mobiles = rows.map(({ Mobile }) => Mobile);
		expect(leaksOf(result, secretsOf(sandbox(), mobiles))).toEqual([]);
	});

	it('while a plan is being noted as sent takes the note back', async () => {
		let claims = 0;
		processedItems.recording = async (record) => {
			const answer = await record();
			if (++claims === 2) stop();
			return answer;
		};
		await create(rows, { options });
		processedItems.recording = asItIs;
		expect(sentNames()).toEqual([]);
		await create(rows, { options });

		expect([...sandbox().calls().values()]).toEqual(Array(6).fill(1));
	});
});
