import { borrowers } from '../../rows';
import { keyAndSecret } from '../builders';
import { newStore } from '../n8n/run';
import type { Secrets } from './leaks';
import { leaksOf } from './leaks';
import type { OtherServer, Reply, Seen } from './otherServer';
import { startServer, startService } from './otherServer';
import { pasted, useWorld } from './world';

const world = useWorld();
const { sandbox } = world;
const rows = borrowers(2);

const TOKEN = 'a+token/that=the-service-gave-0001';
const RENEWED = 'a+token/that=the-service-gave-0002';
const secrets = (): Secrets => ({
	hidden: [TOKEN, RENEWED, sandbox().appKey, sandbox().appSecret],
	numbers: rows.map(({ Mobile }) => Mobile.replace('+', '')),
});

let echo: OtherServer;
/** What the service answers to a plan. */
let answer: (seen: Seen) => Reply;
/** The tokens it gives, one after the other. */
const tokens: string[] = [];
beforeAll(async () => {
	echo = await startService((seen) => answer(seen), tokens);
});
beforeEach(() => {
	tokens.splice(0, Infinity, TOKEN, RENEWED);
});
afterAll(async () => await echo.close());

/** Everything of a request in the service's words, in turn so that no limit of length hides any. */
const WORDS: Record<string, (seen: Seen) => string> = {
	token: ({ headers }) => `not allowed: ${headers.authorization}`,
	numbers: ({ body }) => (body.match(/\+\d+/g) ?? []).join(' and '),
	'numbers with spaces': () => 'blocked: +62 812 300 0001, +62-812-300-0002',
	'numbers without plus': () => 'blocked: 628123000001; 628123000002',
	'key and secret': () => `of ${sandbox().appKey} with ${sandbox().appSecret}`,
	'the whole request': ({ body, headers }) => JSON.stringify({ headers, body }),
};

describe.each([
	['HTTP 403', 403, 403],
	['code 400', 200, 400],
	['HTTP 500', 500, 500],
	['code 40101', 200, 40101],
])('A refusal (%s) that repeats', (_, status, code) => {
	it.each(Object.keys(WORDS))('%s tells no secret, with key and secret', async (name) => {
		answer = (seen) => ({ status, body: { code, message: WORDS[name]?.(seen) } });
		const store = await newStore({ ...keyAndSecret(sandbox()), baseUrl: echo.url });
		const first = await world.createWith(store, rows);
		expect(first.error?.message).toBeTruthy();
		expect(leaksOf(first, secrets())).toEqual([]);
	});

	it.each(Object.keys(WORDS))('%s tells no secret, with a pasted token', async (name) => {
		answer = (seen) => ({ status, body: { code, message: WORDS[name]?.(seen) } });
		const store = await newStore({ ...pasted(sandbox(), TOKEN), baseUrl: echo.url });
		const result = await world.createWith(store, rows, {}, { onError: 'continueErrorOutput' });

		expect(leaksOf(result, secrets())).toEqual([]);
	});
});

it('A refusal after a renewal does not tell the renewed token', async () => {
	const store = await newStore({ ...keyAndSecret(sandbox()), baseUrl: echo.url });
	answer = () => ({ status: 200, body: { code: 200, data: { TaskID: 'a' } } });
	await world.createWith(store, borrowers(3));
	answer = ({ headers }) => {
		const { authorization } = headers;
		const code = authorization?.includes(RENEWED) ? 403 : 401;
		return { status: 200, body: { code, message: `no: ${authorization}` } };
	};
	const result = await world.createWith(store, rows);

	expect(result.error?.message).toMatch(/does not allow/);
	expect(leaksOf(result, secrets())).toEqual([]);
});

it('Words of a refused sign-in do not tell key and secret', async () => {
	const refusing = await startServer(({ body }) => ({
		status: 200,
		body: { code: 401, message: `no such account: ${body}` },
	}));
	const store = await newStore({ ...keyAndSecret(sandbox()), baseUrl: refusing.url });
	const result = await world.createWith(store, rows);
	await refusing.close();

	expect(result.error?.message).toMatch(/no such account/);
	expect(leaksOf(result, secrets())).toEqual([]);
});
