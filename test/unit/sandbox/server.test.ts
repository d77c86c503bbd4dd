import { connect } from 'node:net';
import type { SandboxOptions } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import { Client, contact, plan, useSandbox } from './client';

const lines: string[] = [];
const service = useSandbox({ log: (line) => lines.push(line) });

describe('the door', () => {
	it.each([
		['GET', '/'],
		['GET', '/service/cloud/unknown'],
		['GET', '/service/cloud/v2/plan'],
		['POST', '/service/cloud/v2/strategy'],
		['GET', '/service/cloud/v2/plan/'],
	])('answers an unknown address with HTTP 404 and the envelope: %s %s', async (method, path) => {
		const { status, data } = await service.send(method, path);
		expect(status).toBe(404);
		expect(data).toMatchObject({ data: null, status: 'Not Found', code: 404 });
	});

	it('takes JSON alone', async () => {
		const token = service.sandbox.issueToken();
		const post = async (text: string, type: string) => {
			// Of a text that is not JSON, axios would make a JSON text.
			const body = Buffer.from(text);
			const headers = { Authorization: `Token ${token}`, 'Content-Type': type };
			const { status, data } = await service.send('POST', '/service/cloud/v2/plan', body, headers);
			return [status, data.code, data.message];
		};
		const good = JSON.stringify(plan());
		const refused = [200, 400, 'Content-Type must be application/json'];
		expect(await post(good, 'text/plain')).toEqual(refused);
		expect(await post(good, 'application/jsonp')).toEqual(refused);
		expect(await post('a=b', 'application/x-www-form-urlencoded')).toEqual(refused);
		expect(await post('{"PlanName"', 'application/json')).toEqual([
			200,
			400,
			'the body is not JSON',
		]);
		expect(service.sandbox.plans).toHaveLength(0);
		expect(await post(good, 'Application/JSON; charset=utf-8')).toEqual([200, 200, undefined]);
	});

	it('asks a token request for JSON too', async () => {
		const headers = { 'Content-Type': 'text/plain' };
		const { data } = await service.send('POST', '/service/cloud/auth', '{}', headers);
		expect(data.code).toBe(400);
	});
});

describe('the requests', () => {
	it('are kept as they came', async () => {
		const before = Date.now();
		await service.send('POST', '/service/cloud/auth?a=1&b=%2B', { APPKey: 'k' }, { 'X-Own': 'x' });
		const [request] = service.sandbox.requests;
		expect(request).toMatchObject({
			method: 'POST',
			path: '/service/cloud/auth',
			query: { a: '1', b: '+' },
			headers: { 'x-own': 'x', 'content-type': 'application/json' },
			body: { APPKey: 'k' },
		});
		expect(request?.at).toBeGreaterThanOrEqual(before);
	});

	it('have no body when there was none', async () => {
		await service.get('/service/cloud/list');
		expect(service.sandbox.requests[0]?.body).toBeUndefined();
	});

	it('are not counted when the client went away in the middle of one', async () => {
		const socket = connect(Number(new URL(service.sandbox.url).port), '127.0.0.1');
		socket.write('POST /service/cloud/v2/plan HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{');
		await new Promise((resolve) => setTimeout(resolve, 50));
		socket.destroy();
		await service.get('/service/cloud/list');
		expect(service.sandbox.requests.map(({ path }) => path)).toEqual(['/service/cloud/list']);
	});
});

describe('the tasks', () => {
	it('are those of the created plans', async () => {
		const { TaskID } = (await service.create()).data.data ?? {};
		const summary = { TaskID, PlanName: 'my_plan', Contacts: 1 };
		expect((await service.get('/service/cloud/list')).data.data).toMatchObject([summary]);
		const one = await service.get(`/service/cloud/detail?TaskID=${TaskID}`);
		expect(one.data.data).toMatchObject({ ...summary, Details: [contact()] });
	});

	it('are asked for by an ID that exists', async () => {
		expect((await service.get('/service/cloud/detail')).data.code).toBe(400);
		expect((await service.get('/service/cloud/detail?TaskID=x')).data.code).toBe(404);
	});
});

describe('the log', () => {
	it('has one line a request, without tokens, secrets and whole numbers', async () => {
		lines.length = 0;
		await service.logIn();
		await service.create(plan({ PlanName: 'for +6281200001111' }));
		await service.get('/service/cloud/detail?TaskID=+8610086');
		service.sandbox.misbehave({ on: 'plan', kind: 'hangUpAfter' });
		await service.create().catch(() => undefined);
		expect(lines.map((line) => line.replace(/^\d\d:\d\d:\d\d /, ''))).toEqual([
			'POST /service/cloud/auth → 200, code 200',
			'POST /service/cloud/v2/plan → 200, code 200, plan created, 0 rejected (1 contacts, first +62•••1111)',
			'GET /service/cloud/detail → 200, code 404, TaskID does not exist',
			'POST /service/cloud/v2/plan → hung up [hangUpAfter] (1 contacts, first +62•••1111)',
		]);
	});
});

describe('starting and stopping', () => {
	it('takes a port of its own, and says so', async () => {
		const other = await startSandbox();
		expect(other.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect(other.url).not.toBe(service.sandbox.url);
		await other.close();
	});

	it('fails when the port is busy', async () => {
		const port = Number(new URL(service.sandbox.url).port);
		await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	});

	it.each([
		[{ strategyShape: 'xml' }, 'bad value for strategyShape'],
		[{ today: '2022-02-29' }, 'bad value for today'],
		[{ timeZone: 'Moon/Crater' }, 'bad value for timeZone'],
		[{ strategies: 'one' }, 'bad value for strategies'],
		[{ delayMs: -1 }, 'bad value for delayMs'],
		[{ colour: 'red' }, 'unknown setting: colour'],
	])('refuses a setting that makes no sense: %j', async (options, message) => {
		await expect(startSandbox(options as unknown as SandboxOptions)).rejects.toThrow(message);
	});

	it('comes back to the settings of its start by a reset', async () => {
		const other = await startSandbox({ appKey: 'own', refuseReusedPlanName: true });
		other.set({ appKey: 'changed', refuseReusedPlanName: false });
		other.reset();
		expect(other.appKey).toBe('own');
		await other.close();
	});

	it('destroys open connections when it closes, and may be closed twice', async () => {
		const other = await startSandbox({ delayMs: 60_000 });
		const client = new Client(other.url);
		const idle = connect(Number(new URL(other.url).port), '127.0.0.1');
		const idleClosed = new Promise((resolve) => idle.once('close', resolve));
		idle.on('error', () => undefined);
		const waiting = client.send('GET', '/');
		const lost = expect(waiting).rejects.toMatchObject({ code: 'ECONNRESET' });
		while (other.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		await Promise.all([other.close(), other.close()]);
		await Promise.all([lost, idleClosed]);
		await other.close();
		client.close();
	});

	it('has a url after it was closed, too', async () => {
		const other = await startSandbox();
		const { url } = other;
		await other.close();
		expect(other.url).toBe(url);
		await expect(new Client(url).send('GET', '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	});
});
