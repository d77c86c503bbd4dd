import type { SendOptions } from '../../sandbox';
import { resultsOf } from '../../sandbox';
import { borrowers } from '../../rows';
import { useSandbox } from '../sandboxed';
import { useWebhooks } from './n8n';

const { sandbox, create } = useSandbox();
const n8n = useWebhooks();

const rows = borrowers(100);

/** Sends the rows as one plan, and has the results sent to the trigger. */
async function planned(): Promise<string> {
	const { plans } = await create(rows);
	expect(plans).toMatchObject([{ status: 'created', contactsSent: rows.length }]);
	sandbox().notifyTo({
		call: n8n().address('call'),
		task: n8n().address('task'),
		plan: n8n().address('plan'),
	});
	return String(plans[0]?.TaskID);
}

const bodies = (event: string) =>
	n8n()
		.rows.filter((row) => row.event === event)
		.map((row) => row.body as Record<string, unknown>);

/** Rows in, plan created, calls played: each result is there once, and it is the right one. */
function expectEachOnce(): void {
	const expected = rows.map(({ Mobile }) => [Mobile, resultsOf({ Mobile }).at(-1)]);
	const received = bodies('call').map(({ Mobile, Result }) => [Mobile, Result]);
	expect(received.sort()).toEqual(expected.sort());
	expect(
		bodies('task')
			.map(({ Round }) => Round)
			.sort(),
	).toEqual([1, 2, 3]);
	expect(bodies('plan')).toMatchObject([{ Contacts: rows.length, Rounds: 3 }]);
	expect(new Set(n8n().rows.map(({ deliveryId }) => deliveryId)).size).toBe(n8n().rows.length);
	expect(n8n().thrown).toEqual([]);
}

it.each<[string, SendOptions]>([
	['in order', {}],
	['five times, one after the other', { times: 5, atOnce: 1 }],
	['five times, out of order and many at once', { times: 5, order: 'mixed', atOnce: 50 }],
	['backwards and late', { order: 'reversed', delayMs: 50 }],
])('each result of a plan arrives once when they are sent %s', async (_how, options) => {
	const delivered = await sandbox().play(await planned(), options);
	expect(delivered).toHaveLength((rows.length + 3 + 1) * (options.times ?? 1));
	expect(delivered.every(({ statuses }) => statuses.join() === '200')).toBe(true);
	expectEachOnce();
});

it('each result arrives once when n8n cannot start at first and the service tries again', async () => {
	const task = await planned();
	const failed = new Set<unknown>();
	n8n().startFails = ({ deliveryId }) => !failed.has(deliveryId) && Boolean(failed.add(deliveryId));
	const delivered = await sandbox().play(task, { retryMs: 1, order: 'mixed' });
	expect(new Set(delivered.map(({ statuses }) => statuses.join()))).toEqual(new Set(['500,200']));
	expectEachOnce();
});

it('no result arrives without the secret, and the service gives up', async () => {
	const task = await planned();
	sandbox().notifyTo({ call: n8n().address('call', { query: '' }) });
	const delivered = await sandbox().play(task, { retryMs: 0, atOnce: 50 });
	const calls = delivered.filter(({ event }) => event === 'call');
	expect(new Set(calls.map(({ statuses }) => statuses.join()))).toEqual(
		new Set(['401,401,401,401,401']),
	);
	expect(bodies('call')).toEqual([]);
});

it('1,000 notifications, each five times in one burst: all are answered 200, each starts once', async () => {
	const numbers = Array.from({ length: 1_000 }, (_, number) => number);
	sandbox().notifyTo({ call: n8n().address('call') });
	const delivered = await sandbox().notify(
		numbers.map((number) => ({ event: 'call', body: { number } })),
		{ times: 5, order: 'mixed', atOnce: 100 },
	);
	expect(delivered).toHaveLength(5_000);
	expect(delivered.every(({ statuses }) => statuses.join() === '200')).toBe(true);
	expect(
		bodies('call')
			.map(({ number }) => Number(number))
			.sort((a, b) => a - b),
	).toEqual(numbers);
	expect(n8n().staticData.length).toBeLessThan(50_000);
}, 120_000);
