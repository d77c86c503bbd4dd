import { resultsOf, workflowStatus } from '../../sandbox';
import type { SendOptions } from '../../sandbox';
import { contact, plan, useSandbox } from './client';
import { useReceiver } from './receiver';

const service = useSandbox();
const receiver = useReceiver();

const number = (lastDigits: number) => `+12025550${String(lastDigits).padStart(3, '0')}`;
/** Ten contacts with one last digit each, so that all results there are come up. */
const TEN = Array.from({ length: 10 }, (_, digit) =>
	contact({ Mobile: number(100 + digit), Comments: `id-${digit}` }),
);

const createAndListen = async (): Promise<string> => {
	const reply = await service.create(plan({ Details: TEN }));
	service.sandbox.notifyTo({
		call: receiver.address('/call?secret=s'),
		task: receiver.address('/task'),
		plan: receiver.address('/plan'),
	});
	return reply.data.data?.TaskID ?? '';
};
const play = async (options?: SendOptions, which = 'my_plan') =>
	await service.sandbox.play(which, { atOnce: 1, ...options });
const bodies = (path: string) =>
	receiver.received.filter((each) => each.path.startsWith(path)).map(({ body }) => body);

describe('Playing a plan', () => {
	it('tells of each number once, of each round, and of the plan at the end', async () => {
		const TaskID = await createAndListen();
		await play();
		expect(
			bodies('/call')
				.map(({ Mobile }) => Mobile)
				.sort(),
		).toEqual(TEN.map(({ Mobile }) => Mobile));
		expect(bodies('/task')).toEqual([
			{ PlanName: 'my_plan', TaskID, Round: 1, Status: 'finished', Called: 10, Answered: 3 },
			expect.objectContaining({ Round: 2, Called: 6, Answered: 2 }),
			expect.objectContaining({ Round: 3, Called: 4, Answered: 1 }),
		]);
		expect(bodies('/plan')).toEqual([
			{
				PlanName: 'my_plan',
				Status: 'finished',
				Rounds: 3,
				Contacts: 10,
				Answered: 6,
				NoAnswer: 2,
				Busy: 1,
				Failed: 1,
			},
		]);
		expect(receiver.received.at(-1)?.path).toBe('/plan');
	});

	it('tells what came of a call, by its number alone', async () => {
		const TaskID = await createAndListen();
		await play();
		expect(bodies('/call')[0]).toEqual({
			PlanName: 'my_plan',
			TaskID,
			Round: 1,
			Mobile: number(100),
			Result: 'answered',
			Duration: 30,
			Comments: 'id-0',
		});
		const results = new Map(bodies('/call').map(({ Mobile, Result }) => [Mobile, Result]));
		for (const each of TEN) expect(results.get(each.Mobile)).toBe(resultsOf(each).at(-1));
	});

	it('is the same when it is played again, under the name or the TaskID', async () => {
		const TaskID = await createAndListen();
		await play();
		const first = receiver.received.splice(0).map(({ body }) => body);
		await play({}, TaskID);
		expect(receiver.received.map(({ body }) => body)).toEqual(first);
	});

	it('sends as documented', async () => {
		await createAndListen();
		await play();
		expect(receiver.received[0]?.path).toBe('/call?secret=s');
		expect(receiver.received[0]?.headers).toMatchObject({
			'content-type': 'application/json',
			'user-agent': 'Airudder',
		});
	});

	it('sends nothing of a kind that has no address', async () => {
		await service.create();
		service.sandbox.notifyTo({ plan: receiver.address('/plan') });
		await play();
		expect(receiver.received.map(({ path }) => path)).toEqual(['/plan']);
	});
});

describe('A delivery', () => {
	it('is tried until it is answered with 200', async () => {
		await service.create();
		service.sandbox.notifyTo({ plan: receiver.address('/plan') });
		receiver.answer(500, 0, 201);
		const [delivered] = await play({ retryMs: 1 });
		expect(delivered?.statuses).toEqual([500, 0, 201, 200]);
		expect(new Set(bodies('/plan').map((body) => JSON.stringify(body))).size).toBe(1);
	});

	it('is given up after five tries', async () => {
		await service.create();
		service.sandbox.notifyTo({ plan: receiver.address('/plan') });
		receiver.answer(401, 401, 401, 401, 401, 401);
		const [delivered] = await play({ retryMs: 1 });
		expect(delivered?.statuses).toEqual([401, 401, 401, 401, 401]);
		expect(receiver.received).toHaveLength(5);
	});

	it('can come five times', async () => {
		await createAndListen();
		const delivered = await play({ times: 5 });
		expect(delivered).toHaveLength(5 * (10 + 3 + 1));
		expect(bodies('/plan')).toHaveLength(5);
	});

	it.each(['mixed', 'reversed'] as const)('can come out of order: %s', async (order) => {
		await createAndListen();
		await play();
		const inOrder = receiver.received.splice(0).map(({ body }) => JSON.stringify(body));
		await play({ order });
		const outOfOrder = receiver.received.map(({ body }) => JSON.stringify(body));
		expect(outOfOrder).not.toEqual(inOrder);
		expect([...outOfOrder].sort()).toEqual([...inOrder].sort());
	});

	it('can come late', async () => {
		await createAndListen();
		const asked = Date.now();
		await play({ delayMs: 60 });
		// Timers may be a millisecond early.
		expect((receiver.received[0]?.at ?? 0) - asked).toBeGreaterThanOrEqual(59);
	});

	it('ends when the sandbox is reset', async () => {
		await service.create();
		service.sandbox.notifyTo({ plan: receiver.address('/plan') });
		const playing = play({ delayMs: 60_000 });
		service.sandbox.reset();
		expect(await playing).toEqual([]);
		expect(receiver.received).toHaveLength(0);
	});
});

it('the status of a workflow has all documented fields', async () => {
	service.sandbox.notifyTo({ workflow: receiver.address('/workflow') });
	await service.sandbox.notify([workflowStatus('w1', 'running')]);
	expect(bodies('/workflow')).toEqual([
		{
			workflow_id: 'w1',
			workflow_name: expect.any(String) as string,
			status: 'running',
			actions: [
				{
					nodetask_id: expect.any(String) as string,
					nodetask_name: expect.any(String) as string,
					node_type: expect.any(String) as string,
					task_id: expect.any(String) as string,
					task_status: 'running',
				},
			],
		},
	]);
});

describe('From another process', () => {
	const control = async (command: string, body?: unknown) => {
		const { status, data } = await service.send('POST', `/__sandbox/${command}`, body);
		return { status, data: data as unknown };
	};

	it('a plan can be played', async () => {
		await service.create();
		const addresses = { plan: receiver.address('/plan'), call: receiver.address('/call') };
		expect(await control('notifyTo', addresses)).toEqual({ status: 200, data: { ok: true } });
		receiver.answer(500, 500, 500, 500, 500);
		expect(await control('play', { plan: 'my_plan', times: 2, retryMs: 0, atOnce: 1 })).toEqual({
			status: 200,
			data: { ok: true, delivered: 3, givenUp: 1 },
		});
	});

	it.each([
		['notifyTo', undefined, 'addresses must be an object'],
		['notifyTo', { calls: 'http://127.0.0.1/' }, 'unknown notification: calls'],
		['notifyTo', { call: 'file:///etc/passwd' }, 'the address for call must be a URL'],
		['notifyTo', { call: 5 }, 'the address for call must be a URL'],
		['play', undefined, 'plan must be the name or the TaskID of a plan'],
		['play', { plan: 'nothing' }, 'no plan has this name or TaskID: nothing'],
	])('a wrong %s is refused with a reason: %j', async (command, body, error) => {
		expect(await control(command, body)).toEqual({ status: 400, data: { error } });
	});

	it.each([
		[{}, 'no address to notify'],
		[{ times: 0 }, 'bad value for times'],
		[{ order: 'none' }, 'bad value for order'],
		[{ speed: 1 }, 'unknown option: speed'],
	])('a play with %j is refused with a reason', async (options, error) => {
		await service.create();
		if (error !== 'no address to notify') service.sandbox.notifyTo({ plan: receiver.address('/') });
		expect(await control('play', { plan: 'my_plan', ...options })).toEqual({
			status: 400,
			data: { error },
		});
	});
});
