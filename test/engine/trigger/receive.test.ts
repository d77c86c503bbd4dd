import { inNewProcess } from '../n8n/newProcess';
import { ourPackage } from '../n8n/run';
import type { Webhooks } from './n8n';
import { SECRET, useWebhooks } from './n8n';
import { post } from './post';

const n8n = useWebhooks();
const RECEIVED = { status: 200, text: '{"status":"received"}' };
const body = { PlanName: 'p', Mobile: '+12025550101', Result: 'answered' };

describe('A notification', () => {
	it('starts the workflow with its body whole', async () => {
		const before = new Date().toISOString();
		expect(await post(n8n().address('call'), body)).toMatchObject({
			...RECEIVED,
			headers: { 'content-type': 'application/json' },
		});
		expect(n8n().rows).toEqual([
			{
				event: 'call',
				receivedAt: expect.any(String) as string,
				deliveryId: expect.stringMatching(/^[\da-f]{32}$/) as string,
				body,
			},
		]);
		expect(String(n8n().rows[0]?.receivedAt) >= before).toBe(true);
	});

	it.each(['call', 'task', 'plan', 'workflow'])('has an address of its own: %s', async (event) => {
		expect(await post(n8n().address(event), body)).toMatchObject(RECEIVED);
		expect(n8n().rows.map((row) => row.event)).toEqual([event]);
	});

	it('may be a list, and may hold names of ours', async () => {
		await post(n8n().address('plan'), [body, body]);
		await post(n8n().address('plan'), { event: 'x', deliveryId: 1, error: 'none' });
		expect(n8n().rows.map((row) => row.body)).toEqual([
			[body, body],
			{ event: 'x', deliveryId: 1, error: 'none' },
		]);
	});

	it('may bring the secret in a header', async () => {
		const address = n8n().address('call', { query: '' });
		expect(await post(address, body, { 'X-Webhook-Secret': SECRET })).toMatchObject(RECEIVED);
		expect(n8n().rows).toHaveLength(1);
	});

	it('of a kind that is not chosen is answered and ignored', async () => {
		n8n().set({ events: ['call'], options: {} });
		const { status, text } = await post(n8n().address('task'), body);
		expect([status, text]).toEqual([200, '{"status":"ignored","reason":"event not chosen"}']);
		expect(n8n().rows).toHaveLength(0);
	});
});

describe('The same delivery again', () => {
	const REPEAT = { status: 200, text: '{"status":"ignored","reason":"received before"}' };

	it('starts nothing', async () => {
		await post(n8n().address('call'), body);
		for (let again = 0; again < 5; again += 1) {
			expect(await post(n8n().address('call'), body)).toMatchObject(REPEAT);
		}
		expect(n8n().rows).toHaveLength(1);
	});

	it('starts nothing when all come at the same instant', async () => {
		n8n().startMs = 20;
		const answers = await Promise.all(
			[1, 2, 3, 4, 5].map(async () => await post(n8n().address('call'), body)),
		);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
		expect(n8n().rows).toHaveLength(1);
	});

	it('is another one at another address or with another byte', async () => {
		await post(n8n().address('call'), body);
		await post(n8n().address('task'), body);
		await post(n8n().address('call'), { ...body, Result: 'busy' });
		expect(new Set(n8n().rows.map(({ deliveryId }) => deliveryId)).size).toBe(3);
	});

	it('starts when the first start failed', async () => {
		let failures = 2;
		n8n().startFails = () => failures-- > 0;
		expect((await post(n8n().address('call'), body)).status).toBe(500);
		const answers = await Promise.all(
			[1, 2, 3].map(async () => await post(n8n().address('call'), body)),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 500]);
		expect(n8n().rows).toHaveLength(1);
	});

	it('starts nothing when the sender did not wait for the first answer', async () => {
		n8n().startMs = 100;
		const impatient = new AbortController();
		const first = post(n8n().address('call'), body, {}, impatient.signal);
		const second = n8n().nextStart.then(async () => {
			impatient.abort();
			return await post(n8n().address('call'), body);
		});
		await expect(first).rejects.toThrow('aborted');
		expect(await second).toMatchObject(REPEAT);
		await n8n().finished(1);
		expect(n8n().rows).toHaveLength(1);
	});

	it.each([
		['starts nothing', 'its static data', REPEAT, 3],
		['starts', 'nothing', RECEIVED, 6],
	])('%s in a new process that has %s', async (_starts, has, answer, rows) => {
		const bodies = [1, 2, 3].map((number) => ({ ...body, number }));
		for (const each of bodies) await post(n8n().address('call'), each);
		n8n().ourPackage = await inNewProcess();
		if (has === 'nothing') n8n().staticData = '{}';
		for (const each of bodies) {
			expect(await post(n8n().address('call'), each)).toMatchObject(answer);
		}
		expect(n8n().rows).toHaveLength(rows);
	});

	it('starts in the editor, where the same sample is sent again and again', async () => {
		await post(n8n().address('call', { test: true }), body);
		await post(n8n().address('call', { test: true }), body);
		await post(n8n().address('call'), body);
		expect(n8n().rows).toHaveLength(3);
	});

	it('of a status means something when the status changed in between', async () => {
		const status = (word: string) => ({
			workflow_id: 'w',
			workflow_name: 'n',
			status: word,
			actions: [],
		});
		for (const word of ['running', 'running', 'paused', 'running', 'running']) {
			await post(n8n().address('workflow'), status(word));
		}
		expect(n8n().rows.map((row) => (row.body as { status: string }).status)).toEqual([
			'running',
			'paused',
			'running',
		]);
	});
});

describe('Allowed addresses', () => {
	beforeEach(() =>
		n8n().set({ events: ['call'], options: { allowedAddresses: '127.0.0.1, 203.0.113.0/24' } }),
	);

	it.each([undefined, '203.0.113.9', '::ffff:203.0.113.9'])('%s may send', async (sender) => {
		n8n().sender = sender;
		expect((await post(n8n().address('call'), body)).status).toBe(200);
	});

	it.each(['198.51.100.1', '2001:db8::1', ''])(
		'%j may not, even with the secret',
		async (sender) => {
			n8n().sender = sender;
			const answer = await post(n8n().address('call'), body, { 'X-Forwarded-For': '203.0.113.9' });
			expect(answer.status).toBe(403);
			expect(n8n().rows).toHaveLength(0);
		},
	);
});

describe('Activating the workflow', () => {
	it('checks the settings each time, and takes nothing back', async () => {
		expect(await n8n().hook('checkExists')).toBe(false);
		expect(await n8n().hook('create')).toBe(true);
		expect(await n8n().hook('delete')).toBe(true);
	});

	it.each([
		['a short secret', (its: Webhooks) => (its.secret = 'short'), "The 'Secret' cannot be used"],
		['no secret', (its: Webhooks) => (its.secret = undefined), "The 'Secret' cannot be used"],
		[
			'no credential',
			(its: Webhooks) => (its.credentials = undefined),
			'does not have any credentials',
		],
		[
			'a wrong address',
			(its: Webhooks) => its.set({ events: ['call'], options: { allowedAddresses: 'example' } }),
			"'example' in 'Allowed Addresses' is not an address",
		],
	])('is refused with %s, and until then nothing starts', async (_what, spoil, message) => {
		spoil(n8n());
		await expect(n8n().hook('create')).rejects.toThrow(message);
		expect(await post(n8n().address('call'), body)).toMatchObject({
			status: 503,
			text: '{"error":"Not ready. Send it again later"}',
		});
		expect([n8n().rows, n8n().thrown]).toEqual([[], []]);
		expect(n8n().log.join()).toContain('is not set up');
		expect(n8n().log.join()).not.toContain('12025550101');
	});

	it('the credential says whether its secret can be used', async () => {
		const { trigger } = await ourPackage();
		const test = async (secret: unknown) =>
			await trigger.methods?.credentialTest?.testSecret?.call(
				{} as never,
				{ data: { secret } } as never,
			);
		expect(await test(SECRET)).toMatchObject({ status: 'OK' });
		expect(await test('short')).toMatchObject({
			status: 'Error',
			message: expect.not.stringContaining('short') as string,
		});
	});
});
