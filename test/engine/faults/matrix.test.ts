import { LoggerProxy } from 'n8n-workflow';
import { accountOf, readError, rowsOf } from './account';
import type { Case } from './cases';
import { casesOf, nameOf, ON_ERROR, POSITIONS, TROUBLES } from './cases';
import { leaksOf, secretsOf } from './leaks';
import type { Played } from './play';
import { BAD_ROW, expectedOf, PLANS, play, ROWS } from './play';
import { useWorld } from './world';

const world = useWorld();
const { sandbox } = world;

const counted = { cases: 0, runs: 0, created: 0, unknown: 0, failed: 0, notSent: 0, mostCalls: 0 };
/** Cases whose error says what happened, but not what to do about it. */
const withoutNextStep: string[] = [];
const started = Date.now();
const logged: string[] = [];

beforeAll(async () => {
	const log = (...lines: unknown[]) => logged.push(JSON.stringify(lines));
	LoggerProxy.init({ error: log, warn: log, info: log, debug: log });
});

/** Runs one cell of the matrix and checks it. */
async function check(played: Case): Promise<void> {
	logged.length = 0;
	const outcome = await play(world, played);
	expect(sandbox().maxCalls()).toBeLessThanOrEqual(1);
	checkFirstRun(played, outcome);
	checkRunAgain(played, outcome);
	const secrets = secretsOf(
		sandbox(),
		ROWS.map(({ Mobile }) => Mobile),
	);
	expect(secrets.hidden.length).toBeGreaterThanOrEqual(3);
	const log = logged.join('\n');
	expect(leaksOf(outcome.result, secrets, log)).toEqual([]);
	expect(leaksOf(outcome.again, secrets, log)).toEqual([]);
	count(played);
}

function checkFirstRun(played: Case, { result, calls, requests }: Played): void {
	const { trouble, position, onError } = played;
	const expected = expectedOf(played);
	const { statuses } = expected;
	expect({ requests }).toEqual({ requests: expected.requests });
	const isCalled = (status: string) =>
		status === 'created' || (status === 'unknown' && trouble.acts === true);
	expect(calls).toEqual(statuses.map((status) => twoRows(isCalled(status))));
	const inTrouble = PLANS[position]?.name ?? '';
	const contactsIn = (wanted: string) => statuses.filter((status) => status === wanted).length * 2;
	const ended = statuses.includes('failed') || statuses.includes('unknown');
	if (ended && onError === 'stopWorkflow') {
		expect(readError(result)).toEqual({
			plan: inTrouble,
			outcome: statuses[position],
			contacts: { about: 2, created: contactsIn('created'), notSent: contactsIn('notSent') },
			created: PLANS.filter((_, plan) => statuses[plan] === 'created').map(({ name }) => name),
		});
		expect(result.error?.message).toMatch(trouble.says);
		// It names the plan. n8n would put the number of a row behind it, counted from 0.
		expect(result.error?.context).not.toHaveProperty('itemIndex');
		noteNextStep(played, String(result.error?.description));
		return;
	}
	expect(result.error).toBeUndefined();
	const account = accountOf(result);
	expect(rowsOf(account)).toEqual(ROWS.map((_, row) => row));
	expect(account.rejected).toEqual([BAD_ROW]);
	expect(account.plans).toEqual(
		PLANS.filter((_, plan) => statuses[plan] === 'created').map(({ name, rows }) => {
			return { name, status: 'created', rows };
		}),
	);
	for (const { row, error } of account.failed) {
		const plan = PLANS.findIndex(({ rows }) => (rows as readonly number[]).includes(row));
		const isUnknown = statuses[plan] === 'unknown';
		const start = isUnknown ? 'It is not known whether plan' : 'Plan';
		expect(error).toContain(`${start} '${PLANS[plan]?.name}' (2 contacts)`);
		expect(error).toMatch(trouble.says);
		noteNextStep(played, error);
	}
}

/** Calls to the two rows of a plan. */
const twoRows = (called: boolean) => (called ? [1, 1] : [0, 0]);

/** A plan with an unknown outcome has to be looked for; anything else needs some advice. */
function noteNextStep(played: Case, text: string): void {
	const step = played.trouble.leaves === 'unknown' ? /look for/i : /check|ask|wait|copy/i;
	if (!step.test(text)) withoutNextStep.push(nameOf(played));
}

/** Once all is well, the same workflow reaches everybody who cannot have been called yet. */
function checkRunAgain({ trouble, ...played }: Case, { again, callsAgain }: Played): void {
	const { statuses } = expectedOf({ trouble, ...played });
	const account = accountOf(again);
	expect(again.error).toBeUndefined();
	expect(rowsOf(account)).toEqual(ROWS.map((_, row) => row));
	expect(account.failed).toEqual([]);
	expect(account.plans.map(({ status }) => status)).toEqual(
		statuses.map((status) =>
			status === 'created' || status === 'unknown' ? 'alreadySent' : 'created',
		),
	);
	expect(callsAgain).toEqual(
		statuses.map((status) => twoRows(status !== 'unknown' || trouble.acts === true)),
	);
}

function count(played: Case): void {
	counted.cases += 1;
	counted.runs += 2;
	counted.mostCalls = Math.max(counted.mostCalls, sandbox().maxCalls());
	for (const status of expectedOf(played).statuses) counted[status] += 1;
}

describe('Fault matrix', () => {
	it.each(TROUBLES.map((trouble) => [trouble.name, trouble] as const))(
		'%s: nobody is called twice, and every row is accounted for',
		async (_, trouble) => {
			const wrong: string[] = [];
			for (const played of casesOf(trouble)) {
				await check(played).catch((error: Error) => {
					wrong.push(`${nameOf(played)}: ${error.message}`);
				});
			}
			expect(wrong.slice(0, 3).join('\n\n')).toBe('');
		},
	);

	it('says in every error what to do next', () => {
		const names = [...new Set(withoutNextStep)];
		expect({ count: names.length, such: names.slice(0, 3) }).toEqual({ count: 0, such: [] });
	});

	afterAll(() => {
		const { cases, runs, mostCalls, ...plans } = counted;
		const size = `${TROUBLES.length} faults × ${POSITIONS.length} plans × ${ON_ERROR.length} On Error × 2 Retry On Fail`;
		const seconds = Math.round((Date.now() - started) / 1000);
		process.stdout.write(
			`Fault matrix: ${size} = ${cases} cases, ${runs} runs in ${seconds} s; plans ${JSON.stringify(plans)}; most calls to one number: ${mostCalls}\n`,
		);
	});
});
