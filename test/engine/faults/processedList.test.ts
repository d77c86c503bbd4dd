import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { processedList } from '../../../nodes/AiRudder/run/processedList';
import { borrower, borrowers } from '../../rows';
import { asItIs, processedItems } from '../n8n/processedItems';
import type { RunResult } from '../n8n/run';
import { useWorld } from './world';

const { sandbox, create, planRequests } = useWorld();

/** More entries than the node may let n8n keep for a workflow and node: one database row. */
const TOO_MANY = 20_000;

describe('The list of processed items', () => {
	it('is bounded: the oldest entries go when a plan is sent', async () => {
		await create(borrowers(1));
		for (const list of processedItems['lists'].values()) {
			list.unshift(...Array.from({ length: TOO_MANY }, (_, entry) => `older ${entry}`));
		}
		await create(borrowers(2));
		const { plans } = await create(borrowers(1));

		expect(processedItems.size).toBeLessThan(TOO_MANY);
		expect(plans).toMatchObject([{ status: 'alreadySent' }]);
	});

	it('holds all plans of the largest run, so that the same rows again call nobody twice', async () => {
		const options = { contactsPerPlan: 1 };
		const tooMany = await create(borrowers(TOO_MANY), { options });
		expect(tooMany.error?.message).toMatch(/would become [\d,]+ plans/);
		expect(planRequests()).toEqual([]);

		const rows = borrowers(1_000);
		await create(rows, { options });
		const { plans } = await create(rows, { options });

		expect(plans.filter(({ status }) => status === 'alreadySent')).toHaveLength(1_000);
		expect(sandbox().maxCalls()).toBe(1);
	}, 180_000);

	it('holds three entries a plan, however many rows it has', async () => {
		await create(borrowers(500), { options: { contactsPerPlan: 100 } });

		expect(processedItems.size).toBe(15);
	});

	it('loses nothing when many executions note at the same time', async () => {
		const lists = Array.from({ length: 30 }, (_, number) => [borrower(number)]);
		const createAll = async () => await Promise.all(lists.map((rows) => create(rows)));
		await createAll();
		const again = await createAll();

		const statuses = again.flatMap(({ plans }) => plans.map(({ status }) => status));
		expect(statuses).toEqual(lists.map(() => 'alreadySent'));
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('gets back what another process drops by writing an older list', async () => {
		let drops = 3;
		processedItems.recording = async (record) => {
			const answer = await record();
			if (answer.new.length > 0 && drops-- > 0) processedItems.drop();
			return answer;
		};
		await create(borrowers(1));
		processedItems.recording = asItIs;
		const { plans } = await create(borrowers(1));

		expect(drops).toBeLessThanOrEqual(0);
		expect(plans).toMatchObject([{ status: 'alreadySent' }]);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('a plan that was noted is sent although n8n fails whenever it is looked at again', async () => {
		const looks = [2, 4];
		let calls = 0;
		processedItems.recording = async (record) => {
			if (looks.includes(++calls)) throw new Error('The database is busy');
			return await record();
		};
		const { plans } = await create(borrowers(1));
		await until(() => calls === 4);

		expect(plans).toMatchObject([{ status: 'created' }]);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('is left alone once all that was noted is taken back', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'http403' });
		await create(borrowers(1));
		let calls = 0;
		processedItems.recording = async (record) => {
			calls += 1;
			return await record();
		};
		await sleep(2_500);

		expect(calls).toBe(0);
		expect(processedItems.size).toBe(0);
	});

	it('puts back what this process confirmed, although another one had noted it first', async () => {
		const { list, stored } = byHand('confirmed');
		stored.add('sent');
		expect(await list.add(['sent'])).toBe(1);
		// The other process was refused, and releases it.
		stored.delete('sent');
		await list.claim(['another plan']);

		expect([...stored].sort()).toEqual(['another plan', 'sent']);
	});

	it('does not put back what is removed while it waits for its turn', async () => {
		let open = () => {};
		const gate = new Promise<void>((resolve) => (open = resolve));
		const { list, stored } = byHand('put back', async (texts) => {
			if (texts[0] === 'slow') await gate;
		});
		await list.add(['released']);
		const claim = list.claim(['claimed']);
		const slow = list.add(['slow']);
		const removal = list.remove(['released']);
		// The look at what was claimed falls due, and has to wait for both.
		await sleep(100);
		open();
		await Promise.all([claim, slow, removal]);

		expect([...stored]).toEqual(['claimed', 'slow']);
	});

	it('goes on when the clock of the machine is set back', async () => {
		const { list, stored } = byHand('set back');
		await list.claim(['before']);
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now - 3_600_000);
		await list.claim(['after']);
		clock.mockRestore();

		expect([...stored]).toEqual(['before', 'after']);
	});

	it('holds nothing about checks, which call nobody', async () => {
		await create(borrowers(2), { operation: 'check' });

		expect(processedItems.size).toBe(0);
	});
});

describe('A note that another process drops', () => {
	const rows = borrowers(1);

	it('at once is put back before the plan is sent', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'slow', delayMs: 1_000 });
		let drops = 0;
		processedItems.recording = async (record) => {
			const answer = await record();
			if (drops++ === 0) processedItems.drop();
			return answer;
		};
		const run = create(rows);
		await until(() => planRequests().length === 1);

		expect(processedItems.size).toBe(2);
		expect(statuses(await run)).toEqual(['created']);
	});

	it('while the plan is on its way is put back meanwhile', async () => {
		sandbox().misbehave({ on: 'plan', kind: 'slow', delayMs: 4_000 });
		const run = create(rows);
		await until(() => planRequests().length === 1);
		processedItems.drop();
		await until(() => processedItems.size > 0);

		// The third comes with the answer.
		expect(processedItems.size).toBe(2);
		expect(statuses(await run)).toEqual(['created']);
		expect(processedItems.size).toBe(3);
	});

	it('after the answer is put back', async () => {
		expect(statuses(await create(rows))).toEqual(['created']);
		processedItems.drop();
		await until(() => processedItems.size === 3);

		expect(statuses(await create(rows))).toEqual(['alreadySent']);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('after the answer sends nothing again, although it is not back yet', async () => {
		expect(statuses(await create(rows))).toEqual(['created']);
		processedItems.drop();

		expect(statuses(await create(rows))).toEqual(['alreadySent']);
		expect(sandbox().maxCalls()).toBe(1);
	});
});

describe('A note, by a clock that the test sets', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	/** A list whose first write takes so long. */
	const slowAtFirst = (id: string, milliseconds: number) => {
		const writes = [milliseconds];
		return byHand(id, async () => await sleep(writes.pop() ?? 1));
	};

	const isOver = (work: Promise<unknown>) => {
		let over = false;
		void work.finally(() => (over = true));
		return () => over;
	};

	it('is looked at after longer than another process takes to write', async () => {
		const { list, stored } = slowAtFirst('slow', 100);
		const claimed = isOver(list.claim(['plan']));
		await jest.advanceTimersByTimeAsync(100 + 150);
		stored.delete('plan');
		await jest.advanceTimersByTimeAsync(300);
		expect([claimed(), ...stored]).toEqual([false, 'plan']);
		await jest.advanceTimersByTimeAsync(500);

		expect(claimed()).toBe(true);
	});

	it('holds a plan for two seconds at most, should n8n hang while it writes it', async () => {
		const { list } = slowAtFirst('hangs', 10_000);
		const claimed = isOver(list.claim(['plan']));
		await jest.advanceTimersByTimeAsync(10_000 + 1_900);
		expect(claimed()).toBe(false);
		await jest.advanceTimersByTimeAsync(200);

		expect(claimed()).toBe(true);
	});

	it('is looked for after about a second, and after two', async () => {
		const { list, stored } = byHand('looked for');
		void list.claim(['plan']);
		await jest.advanceTimersByTimeAsync(100);
		stored.clear();
		await jest.advanceTimersByTimeAsync(900);
		expect([...stored]).toEqual(['plan']);

		void list.claim(['other']);
		await jest.advanceTimersByTimeAsync(1_000);
		stored.delete('other');
		await jest.advanceTimersByTimeAsync(1_500);
		expect([...stored]).toEqual(['plan', 'other']);
	});

	it('is put back for every plan of the largest run', async () => {
		const { list, stored } = byHand('many');
		const plans = Array.from({ length: 1_000 }, (_, plan) => `plan ${plan}`);
		for (const plan of plans) void list.claim([plan, `${plan} by name`]);
		await jest.advanceTimersByTimeAsync(100);
		for (const plan of plans) await list.add([`${plan} was sent`]);
		stored.clear();
		await jest.advanceTimersByTimeAsync(5_000);

		expect(stored.size).toBe(3_000);
	});

	it('that a plan was sent is put back although no other plan is noted', async () => {
		const { list, stored } = byHand('sent');
		await list.add(['sent']);
		stored.clear();
		await jest.advanceTimersByTimeAsync(5_000);

		expect([...stored]).toEqual(['sent']);
	});

	it('is put back half a minute after it was confirmed, however old it is', async () => {
		const { list, stored } = byHand('old');
		void list.claim(['old']);
		await jest.advanceTimersByTimeAsync(29_000);
		await list.add(['old']);
		await jest.advanceTimersByTimeAsync(2_000);
		stored.clear();
		void list.claim(['new']);
		await jest.advanceTimersByTimeAsync(100);

		expect([...stored].sort()).toEqual(['new', 'old']);
	});

	it('is known to its process, dropped or not, until it is taken back', async () => {
		const { list, stored } = byHand('known');
		await list.add(['plan']);
		stored.clear();
		expect(await list.add(['plan', 'other'])).toBe(1);
		await list.remove(['plan']);

		expect(await list.add(['plan', 'other'])).toBe(1);
	});

	it('is known to its process for half a minute, then to the list alone', async () => {
		const { list, stored } = byHand('half a minute');
		await list.add(['plan']);
		await jest.advanceTimersByTimeAsync(29_000);
		stored.clear();
		expect(await list.add(['plan'])).toBe(1);
		await jest.advanceTimersByTimeAsync(31_000);
		stored.clear();

		expect(await list.add(['plan'])).toBe(0);
	});

	it('that is taken back right after it was added does not come back', async () => {
		const { list, stored } = byHand('taken back');
		await Promise.all([list.add(['plan']), list.remove(['plan'])]);
		await jest.advanceTimersByTimeAsync(5_000);

		expect([...stored]).toEqual([]);
	});

	it('of another process that this one confirms is put back as well', async () => {
		const { list, stored } = byHand('of another');
		stored.add('sent');
		await list.add(['sent']);
		stored.clear();
		await jest.advanceTimersByTimeAsync(1_500);

		expect([...stored]).toEqual(['sent']);
	});
});

const statuses = ({ plans }: RunResult) => plans.map(({ status }) => status);

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await sleep(5);
}

/**
 * A list whose order of events a test decides, which no engine lets it.
 *
 * @param record what the recording of texts waits for
 */
function byHand(id: string, record: (texts: string[]) => Promise<void> = async () => {}) {
	const stored = new Set<string>();
	const list = processedList({
		getWorkflow: () => ({ id }),
		getNode: () => ({ id }),
		helpers: {
			checkProcessedAndRecord: async (texts: string[]) => {
				await record(texts);
				const added = texts.filter((text) => !stored.has(text));
				added.forEach((text) => stored.add(text));
				return { new: added, processed: [] };
			},
			removeProcessed: async (texts: string[]) => {
				texts.forEach((text) => stored.delete(text));
				await Promise.resolve();
			},
		},
	} as unknown as IExecuteFunctions);
	return { list, stored };
}
