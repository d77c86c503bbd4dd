import type { Fault, FaultKind } from '../../sandbox';
import { plan, useSandbox } from './client';

const service = useSandbox();
const MOBILE = '+6281200001111';

/**
 * Creates a plan under a fault: what came back, as text when it is not JSON, or the code of the
 * network error.
 */
const createUnder = async (kind: FaultKind, more: Partial<Fault> = {}) => {
	service.sandbox.misbehave({ on: 'plan', kind, ...more });
	try {
		const { status, headers, data } = await service.create();
		return { status, headers, body: data as unknown, code: (data as { code?: number }).code };
	} catch (error) {
		return { failed: (error as { code?: string }).code };
	}
};

const html = expect.stringContaining('<html>') as string;
const half = expect.stringMatching(/^{"data":{.*[^}]$/) as string;
const elsewhere = expect.objectContaining({ location: 'http://127.0.0.2/x' }) as object;

/** What a client sees of each kind, and whether the people would be called. */
const expected: Record<FaultKind, { called: 0 | 1; seen: object; more?: Partial<Fault> }> = {
	hangUpBefore: { called: 0, seen: { failed: 'ECONNRESET' } },
	hangUpAfter: { called: 1, seen: { failed: 'ECONNRESET' } },
	slow: { called: 1, seen: { status: 200, code: 200 }, more: { delayMs: 20 } },
	http401: { called: 0, seen: { status: 401, code: 401 } },
	body401: { called: 0, seen: { status: 200, code: 401 } },
	http403: { called: 0, seen: { status: 403, code: 403 } },
	body403: { called: 0, seen: { status: 200, code: 403 } },
	'429': { called: 0, seen: { status: 429, code: 429 } },
	'500': { called: 0, seen: { status: 500, code: 500 } },
	'502': { called: 0, seen: { status: 502, body: html } },
	'503': { called: 0, seen: { status: 503, body: html } },
	'504': { called: 0, seen: { status: 504, body: html } },
	'500After': { called: 1, seen: { status: 500, code: 500 } },
	'502After': { called: 1, seen: { status: 502, body: html } },
	'504After': { called: 1, seen: { status: 504, body: html } },
	html: { called: 0, seen: { status: 200, body: html } },
	htmlAfter: { called: 1, seen: { status: 200, body: html } },
	empty: { called: 0, seen: { status: 200, body: '' } },
	emptyAfter: { called: 1, seen: { status: 200, body: '' } },
	truncated: { called: 1, seen: { status: 200, body: half } },
	wrongEnvelope: { called: 1, seen: { status: 200, body: { ok: true } } },
	redirect: {
		called: 0,
		seen: { status: 307, headers: elsewhere },
		more: { location: 'http://127.0.0.2/x' },
	},
};

const kinds = Object.keys(expected) as FaultKind[];

describe.each(kinds)('%s', (kind) => {
	const { called, seen, more } = expected[kind];

	it(`is seen by the client, and ${called ? 'acted' : 'did nothing'}`, async () => {
		expect(await createUnder(kind, more)).toMatchObject(seen);
		expect(service.sandbox.callsTo(MOBILE)).toBe(called);
	});

	it('takes one request, which is remembered all the same', async () => {
		await createUnder(kind, more);
		expect((await service.create()).data.code).toBe(200);
		expect(service.sandbox.requests.map(({ body }) => body)).toEqual([plan(), plan()]);
		expect(service.sandbox.callsTo(MOBILE)).toBe(called + 1);
	});

	it('can happen to a token request', async () => {
		service.sandbox.misbehave({ on: 'token', kind, ...more });
		const told = await service.logIn().then(
			({ status, data }) => ({ status, code: data.code }),
			() => undefined,
		);
		if (kind === 'slow') expect(told).toEqual({ status: 200, code: 200 });
		else expect(told).not.toEqual({ status: 200, code: 200 });
		expect(service.sandbox.tokenRequests).toBe(1);
	});
});

describe('what a fault may say', () => {
	it('Retry-After in seconds or as a date, or not at all', async () => {
		const date = 'Thu, 17 Nov 2022 10:00:00 GMT';
		expect((await createUnder('429', { retryAfter: '2' })).headers?.['retry-after']).toBe('2');
		expect((await createUnder('503', { retryAfter: date })).headers?.['retry-after']).toBe(date);
		expect((await createUnder('429')).headers).not.toHaveProperty('retry-after');
	});

	it('half of the JSON comes with the content-length of that half', async () => {
		const { headers, body } = await createUnder('truncated');
		expect(Number(headers?.['content-length'])).toBe((body as string).length);
	});
});

describe('a slow answer', () => {
	it('comes as late as it is told, but the service acts at once', async () => {
		service.sandbox.misbehave({ on: 'plan', kind: 'slow', delayMs: 5000 });
		await expect(service.create(plan(), 100)).rejects.toMatchObject({ code: 'ECONNABORTED' });
		expect(service.sandbox.callsTo(MOBILE)).toBe(1);
	});

	it('can be that of any fault', async () => {
		const started = Date.now();
		expect(await createUnder('502', { delayMs: 100 })).toMatchObject({ status: 502 });
		expect(Date.now() - started).toBeGreaterThanOrEqual(95);
	});

	it('can be that of every request', async () => {
		service.sandbox.set({ delayMs: 100 });
		const started = Date.now();
		await service.create();
		expect(Date.now() - started).toBeGreaterThanOrEqual(95);
	});
});

describe('acting means what the service would have done', () => {
	it('a refused token stays refused, and nobody is called', async () => {
		service.sandbox.misbehave({ on: 'plan', kind: 'hangUpAfter' });
		const headers = { Authorization: 'Token nonsense' };
		const lost = service.send('POST', '/service/cloud/v2/plan', plan(), headers);
		await expect(lost).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(service.sandbox.maxCalls()).toBe(0);
	});
});
