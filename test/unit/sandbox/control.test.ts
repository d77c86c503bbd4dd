import { contact, plan, TODAY, useSandbox } from './client';

const service = useSandbox();

const control = async (method: string, command: string, body?: unknown) => {
	const { status, data } = await service.send(method, `/__sandbox/${command}`, body);
	return { status, data: data as unknown };
};
const done = { status: 200, data: { ok: true } };

it('the state tells what happened, without tokens', async () => {
	await service.logIn();
	const { TaskID } = (await service.create()).data.data ?? {};
	const token = service.sandbox.issueToken();
	const { status, data } = await control('GET', 'state');
	expect(status).toBe(200);
	expect(data).toEqual({
		requestCount: 2,
		requests: [
			expect.objectContaining({ method: 'POST', path: '/service/cloud/auth' }),
			expect.objectContaining({
				path: '/service/cloud/v2/plan',
				headers: expect.objectContaining({ authorization: '(hidden)' }) as object,
				body: plan(),
			}),
		],
		plans: [
			{
				PlanName: 'my_plan',
				TaskID,
				Strategy: 'three_rounds',
				SIPLine: 'LIVEDEMO_CH_SOFTPHONE_LINE',
				Date: TODAY,
				Details: [contact()],
			},
		],
		workflows: [],
		calls: { '+6281200001111': 1 },
		tokenRequests: 1,
		maxCalls: 1,
	});
	expect(JSON.stringify(data)).not.toContain(JSON.stringify(token).slice(1, -1));
});

it('a fault can be queued', async () => {
	expect(await control('POST', 'misbehave', { on: 'plan', kind: '503' })).toEqual(done);
	expect((await service.create()).status).toBe(503);
});

it('settings can be changed', async () => {
	expect(await control('POST', 'set', { refuseReusedPlanName: true })).toEqual(done);
	await service.create();
	expect((await service.create()).data.code).toBe(400);
});

it.each(['http401', 'body401'])('tokens can be ended, told as %s', async (how) => {
	const headers = { Authorization: `Token ${service.sandbox.issueToken()}` };
	expect(await control('POST', 'expire', { how })).toEqual(done);
	const { status, data } = await service.send('GET', '/service/cloud/list', undefined, headers);
	expect([status, data.code]).toEqual([how === 'http401' ? 401 : 200, 401]);
});

it('everything can be forgotten', async () => {
	await service.create();
	await control('POST', 'misbehave', { on: 'plan', kind: '503' });
	await control('POST', 'set', { refuseReusedPlanName: true });
	expect(await control('POST', 'reset')).toEqual(done);
	expect((await control('GET', 'state')).data).toMatchObject({
		requestCount: 0,
		plans: [],
		calls: {},
		maxCalls: 0,
	});
	await service.create();
	expect((await service.create()).data.code).toBe(200);
});

it('it is neither counted nor spoiled by faults', async () => {
	service.sandbox.misbehave({ on: 'any', kind: 'hangUpBefore' });
	expect((await control('GET', 'state')).status).toBe(200);
	expect(service.sandbox.requests).toHaveLength(0);
});

it.each([
	['misbehave', { on: 'plan', kind: 'no' }, 'unknown kind of fault: no'],
	['misbehave', undefined, 'a fault must be an object'],
	['set', { delayMs: 'long' }, 'bad value for delayMs'],
	['set', undefined, 'settings must be an object'],
	['expire', {}, 'how must be http401 or body401'],
])('a wrong %s is refused with a reason: %j', async (command, body, error) => {
	expect(await control('POST', command, body)).toEqual({ status: 400, data: { error } });
});

it('an unknown command is refused', async () => {
	expect((await control('POST', 'dance')).status).toBe(404);
	expect((await control('GET', 'reset')).status).toBe(404);
});
