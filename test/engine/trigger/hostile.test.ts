import { once } from 'node:events';
import { connect } from 'node:net';
import { SECRET, useWebhooks } from './n8n';
import { send } from './post';

const n8n = useWebhooks();

const json = { 'Content-Type': 'application/json' };
const good = '{"Mobile":"+12025550101"}';
const nested = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
const huge = `{"text":"${'x'.repeat(2_000_000)}"}`;

interface Attempt {
	query?: string;
	body?: string | Buffer;
	method?: string;
	headers?: Record<string, string>;
}

/** Each does harm if it starts the workflow, and is answered with a refusal of its own. */
const ATTEMPTS: Record<string, Attempt & { status: number }> = {
	'no secret': { query: '', status: 401 },
	'an empty secret': { query: '?secret=', status: 401 },
	'a wrong secret': { query: '?secret=not-the-one-for-tests', status: 401 },
	'the secret and more': { query: `?secret=${SECRET}x`, status: 401 },
	'the start of the secret': { query: `?secret=${SECRET.slice(0, -1)}`, status: 401 },
	'the secret in other letters': { query: `?secret=${SECRET.toUpperCase()}`, status: 401 },
	'the secret twice': { query: `?secret=${SECRET}&secret=${SECRET}`, status: 401 },
	'the secret under other names': { query: `?Secret=${SECRET}&secret[]=${SECRET}`, status: 401 },
	'the secret in the body': { query: '', body: `{"secret":"${SECRET}"}`, status: 401 },
	'a wrong secret in the header': {
		query: '',
		headers: { 'X-Webhook-Secret': 'wrong' },
		status: 401,
	},
	'a very long secret': {
		query: '',
		headers: { 'X-Webhook-Secret': 'x'.repeat(10_000) },
		status: 401,
	},
	'two secrets in one header': {
		query: '',
		headers: { 'X-Webhook-Secret': `${SECRET}, x` },
		status: 401,
	},
	'the secret as a token': {
		query: '',
		headers: { Authorization: `Bearer ${SECRET}` },
		status: 401,
	},
	'__proto__ as secret': { query: '?__proto__[secret]=x&constructor=y', status: 401 },
	'no secret, a huge text': { query: '', body: huge, status: 401 },
	'no secret, a list': { query: '', body: '[1,2,3]', status: 401 },
	'no secret, 10,000 levels': { query: '', body: nested, status: 401 },
	'no secret, broken JSON': { query: '', body: '{"a":', status: 422 },
	GET: { method: 'GET', body: '', status: 404 },
	PUT: { method: 'PUT', status: 404 },
	DELETE: { method: 'DELETE', status: 404 },
	HEAD: { method: 'HEAD', body: '', status: 404 },
	'no body': { body: '', status: 400 },
	'broken JSON': { body: '{"a":', status: 422 },
	'JSON and more': { body: `${good}x`, status: 422 },
	'a number': { body: '5', status: 400 },
	'a text': { body: `"${'x'.repeat(100_000)}"`, status: 400 },
	null: { body: 'null', status: 400 },
	'10,000 levels of objects': { body: nested, status: 400 },
	'10,000 levels of lists': { body: '['.repeat(10_000) + ']'.repeat(10_000), status: 400 },
	'20 MB': { body: Buffer.alloc(20 * 1024 * 1024, 'x'), status: 500 },
	'no content type': { headers: { 'Content-Type': '' }, status: 415 },
	'plain text': { headers: { 'Content-Type': 'text/plain' }, status: 415 },
	'a form': { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, status: 415 },
	'a form with files': {
		headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
		status: 415,
	},
	'a web page': {
		headers: { 'Content-Type': 'text/html' },
		body: '<script></script>',
		status: 415,
	},
	'binary data': {
		headers: { 'Content-Type': 'application/octet-stream' },
		body: Buffer.from([0, 255, 254]),
		status: 415,
	},
	'bytes that are no text': { body: Buffer.from([0xff, 0xfe, 0x7b, 0x7d]), status: 422 },
};

/** The attempt in some guises: at each address, and with what a proxy or an attacker may add. */
const GUISES: Array<Record<string, string>> = [
	{},
	{ 'X-Forwarded-For': '127.0.0.1', 'X-Forwarded-Host': 'example.com', 'X-Real-IP': '127.0.0.1' },
	{ 'User-Agent': 'Airudder', 'X-AIRudder-Sign': 'x' },
	{ Cookie: `secret=${SECRET}; n8n-auth=x`, Referer: `http://example.com/?secret=${SECRET}` },
	{ 'Content-Encoding': 'identity', Range: 'bytes=0-1', Via: '1.1 proxy' },
	{ 'X-HTTP-Method-Override': 'POST', Connection: 'close' },
];

const EVENTS = ['call', 'task', 'plan', 'workflow'] as const;

async function expectNothingStarted(): Promise<void> {
	expect([n8n().rows, n8n().thrown, n8n().staticData]).toEqual([[], [], '{}']);
	expect(n8n().log.join()).not.toContain(SECRET);
	// It still works.
	expect((await send(n8n().address('call'), good, { headers: json })).status).toBe(200);
	expect(n8n().rows).toHaveLength(1);
}

it.each(Object.entries(ATTEMPTS))('%s starts nothing', async (_what, attempt) => {
	const { query, body = good, method = 'POST', status } = attempt;
	for (const [index, guise] of GUISES.entries()) {
		const event = EVENTS[index % EVENTS.length] ?? 'call';
		const headers = { ...json, ...guise, ...attempt.headers };
		const answer = await send(n8n().address(event, { query }), body, { method, headers });
		expect(answer.status).toBe(status);
		expect(answer.text + JSON.stringify(answer.headers)).not.toContain(SECRET);
		expect(answer.text).not.toContain('2025550101');
		expect(answer.text.length).toBeLessThan(200);
	}
	await expectNothingStarted();
});

/** Bytes as they are, which no HTTP client would send. Resolves with what comes back. */
async function sendRaw(text: string): Promise<string> {
	const { hostname, port } = new URL(n8n().address('call'));
	const socket = connect(Number(port), hostname);
	let answer = '';
	socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
	socket.end(text);
	await once(socket, 'close');
	return answer;
}

it.each([
	[
		'a line break in the secret',
		(path: string) => `POST ${path}?secret=x%0d%0aX-Webhook-Secret:%20${SECRET} HTTP/1.1`,
		'',
	],
	[
		'a header after a line break',
		(path: string) => `POST ${path} HTTP/1.1`,
		`X-A: b\r\n X-Webhook-Secret: ${SECRET}\r\n`,
	],
	[
		'two headers',
		(path: string) => `POST ${path} HTTP/1.1`,
		`X-Webhook-Secret: x\r\nX-Webhook-Secret: ${SECRET}\r\n`,
	],
	[
		'a header with a null byte',
		(path: string) => `POST ${path} HTTP/1.1`,
		`X-Webhook-Secret: ${SECRET}\0\r\n`,
	],
	['two lengths', (path: string) => `POST ${path} HTTP/1.1`, 'Content-Length: 3\r\n'],
	[
		'a length and chunks',
		(path: string) => `POST ${path} HTTP/1.1`,
		'Transfer-Encoding: chunked\r\n',
	],
])('header injection by %s starts nothing', async (_what, line, headers) => {
	const { pathname } = new URL(n8n().address('call'));
	const answer = await sendRaw(
		`${line(pathname)}\r\nHost: n8n\r\nContent-Type: application/json\r\nContent-Length: ${good.length}\r\n${headers}Connection: close\r\n\r\n${good}`,
	);
	expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
	expect(answer).not.toContain(SECRET);
	await expectNothingStarted();
});

it('a sender that goes away in the middle starts nothing', async () => {
	const { pathname, search } = new URL(n8n().address('call'));
	await sendRaw(
		`POST ${pathname}${search} HTTP/1.1\r\nHost: n8n\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n${good}`,
	);
	await expectNothingStarted();
});
