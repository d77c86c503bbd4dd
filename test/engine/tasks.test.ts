import { borrowers, pairs } from '../rows';
import { assignments, keyAndSecret } from './builders';
import { startService } from './faults/otherServer';
import { run } from './n8n/run';
import { useSandbox } from './sandboxed';

const { sandbox, create } = useSandbox();

const task = async (
	operation: string,
	parameters: Record<string, unknown>,
	rows: object[] = [{}],
) =>
	await run({
		rows,
		parameters: { resource: 'task', operation, ...parameters } as never,
		credentials: keyAndSecret(sandbox()),
	});

const sent = (path: string) => sandbox().requests.filter((request) => request.path === path);

const list = { path: '/service/cloud/list', queryParameters: {}, returnAll: true };
const stop = { path: '/service/cloud/operation' };
const cancel = { path: '/service/cloud/cancelphonecall' };

describe('Get Task', () => {
	it('gives one item for each input item, with what the service says of the task', async () => {
		await create(borrowers(3), { options: { contactsPerPlan: 2 } });
		const [first, second] = sandbox().plans.map(({ TaskID }) => TaskID);
		const { outputs, error } = await task('get', { taskId: '={{ $json.TaskID }}' }, [
			{ TaskID: first },
			{ TaskID: ` ${second} ` },
		]);

		expect(error).toBeUndefined();
		expect(outputs).toHaveLength(1);
		expect(outputs[0]).toMatchObject([
			{ json: { TaskID: first, Contacts: 2 } },
			{ json: { TaskID: second, Contacts: 1 } },
		]);
		expect(outputs[0]?.flatMap(pairs)).toEqual([0, 1]);
	});

	it.each([
		['={{ $json.nothing }}', /'Task ID' is empty/],
		['nothing', /nothing at this address: TaskID does not exist/],
	])('with the ID %p says what is wrong', async (taskId, message) => {
		const { error } = await task('get', { taskId });

		expect(error?.message).toMatch(message);
		expect(error?.context?.itemIndex).toBe(0);
	});

	it('asks again when the service has trouble for a moment, and renews the token', async () => {
		await create(borrowers(1));
		sandbox().misbehave({ on: '/service/cloud/detail', kind: '503' });
		sandbox().misbehave({ on: '/service/cloud/detail', kind: 'body401' });
		const { outputs } = await task('get', { taskId: sandbox().plans[0]?.TaskID });

		expect(outputs[0]).toHaveLength(1);
		expect(sent('/service/cloud/detail')).toHaveLength(3);
	});

	it('goes on with the other items when one fails and On Error is set to continue', async () => {
		await create(borrowers(1));
		const TaskID = sandbox().plans[0]?.TaskID;
		const { outputs } = await run({
			rows: [{ TaskID: 'gone' }, { TaskID }],
			parameters: { resource: 'task', operation: 'get', taskId: '={{ $json.TaskID }}' },
			credentials: keyAndSecret(sandbox()),
			node: { onError: 'continueRegularOutput' },
		});

		expect(outputs[0]).toHaveLength(2);
		expect(outputs[0]).toMatchObject([
			{ json: { error: expect.anything() } },
			{ json: { TaskID } },
		]);
	});
});

describe('Get Many Tasks', () => {
	it('gives one item a task, all or up to a limit', async () => {
		await create(borrowers(4), { options: { contactsPerPlan: 1 } });

		expect((await task('getAll', list)).outputs[0]).toHaveLength(4);
		const limited = await task('getAll', { ...list, returnAll: false, limit: 3 });
		expect(limited.outputs[0]).toHaveLength(3);
	});

	it('sends the query parameters the user gives, and no others', async () => {
		await task('getAll', { ...list, queryParameters: assignments({ StartDate: '2026-03-01' }) });
		await task('getAll', list);

		expect(sent(list.path).map(({ query }) => query)).toEqual([{ StartDate: '2026-03-01' }, {}]);
	});

	it('asks at the path the user corrected', async () => {
		const { error } = await task('getAll', { ...list, path: '/service/cloud/tasks' });

		expect(error?.message).toMatch(/nothing at this address/);
		expect(error?.description).toMatch(/'Path'/);
		expect(sent('/service/cloud/tasks')).toHaveLength(1);
	});

	it.each([
		'https://example.com/list',
		'//example.com/list',
		'list',
		'/a?b=c',
		'/a#b',
		'/a b',
		'/\\example.com',
	])('refuses %p as a path without a request', async (path) => {
		const { error } = await task('getAll', { ...list, path });

		expect(error?.message).toBe("'Path' is not a path");
		expect(sandbox().requests).toEqual([]);
	});
});

describe('Stop Task and Cancel Number', () => {
	it('send the fields the user gives, and nothing else', async () => {
		await create(borrowers(2));
		const [{ TaskID } = { TaskID: '' }] = sandbox().plans;
		const stopped = { TaskID, Operation: 'stop' };
		const cancelled = { TaskID, Mobile: borrowers(1)[0]?.Mobile };
		const first = await task('stop', { ...stop, bodyFields: assignments(stopped) });
		const second = await task('cancelNumber', { ...cancel, bodyFields: assignments(cancelled) });

		expect(first.outputs[0]).toMatchObject([{ json: { TaskID, Status: 'stopped' } }]);
		expect(second.outputs[0]).toMatchObject([{ json: { value: null } }]);
		expect(sent(stop.path).map(({ body }) => body)).toEqual([stopped]);
		expect(sent(cancel.path).map(({ body }) => body)).toEqual([cancelled]);
	});

	it('are not sent again with Retry On Fail because the answer has an error in it', async () => {
		const server = await startService(() => ({
			status: 200,
			body: { code: 200, data: { error: 'none', Status: 'stopped' } },
		}));
		const { outputs } = await run({
			rows: [{}],
			parameters: {
				resource: 'task',
				operation: 'stop',
				...stop,
				bodyFields: assignments({ TaskID: 'x' }),
			},
			credentials: { ...keyAndSecret(sandbox()), baseUrl: server.url },
			node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		await server.close();

		expect(outputs[0]).toMatchObject([{ json: { value: { error: 'none', Status: 'stopped' } } }]);
		expect(server.seen.filter(({ path }) => path === stop.path)).toHaveLength(1);
	});

	it.each(['stop', 'cancelNumber'])('%s without fields says whom to ask', async (operation) => {
		const { error } = await task(operation, { ...stop, bodyFields: {} });

		expect(error?.message).toMatch(/'Body Fields' is empty/);
		expect(error?.description).toMatch(/Ask AI Rudder/);
		expect(sandbox().requests).toEqual([]);
	});

	it('are not repeated when the answer is lost, and are when the service did nothing', async () => {
		const bodyFields = assignments({ TaskID: 'x', Operation: 'stop' });
		sandbox().misbehave({ on: stop.path, kind: 'hangUpAfter' });
		expect((await task('stop', { ...stop, bodyFields })).error?.message).toMatch(
			/without an answer/,
		);
		expect(sent(stop.path)).toHaveLength(1);

		sandbox().misbehave({ on: stop.path, kind: '429', retryAfter: '0' });
		await task('stop', { ...stop, bodyFields });
		expect(sent(stop.path)).toHaveLength(3);
	});
});
