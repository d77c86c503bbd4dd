import { plan, useSandbox } from './client';

const lines: string[] = [];
const service = useSandbox({ log: (line) => lines.push(line) });

const CREATE = '/service/cloud/workflow/createinstance';
const ADD = '/service/cloud/workflow/uploaddetails';
const FIND = '/service/cloud/workflow/detailinstances';

type Fields = Record<string, unknown>;
const detail = (changes: Fields = {}): Fields => ({
	callee: '+6281200001111',
	variables: { name: 'Smith' },
	...changes,
});
const workflow = (changes: Fields): Fields => ({
	workflow_template_id: 77,
	name: 'january',
	end_time: '2099-12-31 18:00:00+08:00',
	details: [detail()],
	...changes,
});

const post = async (path: string, body: unknown) => {
	const { data } = await service.post(path, body);
	return data as unknown as { code: number; message?: string; data: Fields };
};
const idOf = async (changes: Fields = {}) =>
	String((await post(CREATE, workflow(changes))).data.workflow_id);

describe('createinstance', () => {
	it('makes a workflow and counts whom it calls, together with plans', async () => {
		const id = await idOf({ auto_finish: 2, workflow_name: 'w', workflow_template_name: 't' });
		await service.create(plan());

		expect(service.sandbox.workflows).toMatchObject([
			{ workflow_id: id, name: 'january', details: [detail()] },
		]);
		expect(service.sandbox.callsTo('+6281200001111')).toBe(2);
		expect(service.sandbox.maxCalls()).toBe(2);
	});

	it.each<[string, Fields, RegExp]>([
		['no template', { workflow_template_id: undefined }, /workflow_template_id is required/],
		['a text for the template', { workflow_template_id: '77' }, /must be an integer/],
		['no name', { name: '' }, /name is required/],
		['no end time', { end_time: undefined }, /end_time is required/],
		['an end time without an offset', { end_time: '2099-12-31 18:00:00' }, /written like/],
		['a text for auto_finish', { auto_finish: '2' }, /auto_finish must be an integer/],
		['no contacts', { details: [] }, /not empty/],
		['10,001 contacts', { details: Array.from({ length: 10_001 }, () => detail()) }, /at most/],
		['no callee', { details: [detail(), detail({ callee: undefined })] }, /a contact at 1/],
		['a number without +', { details: [detail({ callee: '081200001111' })] }, /a contact at 0/],
		['a number as a variable', { details: [detail({ variables: { a: 1 } })] }, /a contact at 0/],
		['an unknown property', { details: [detail({ Mobile: '+6281200001111' })] }, /contact at 0/],
	])('refuses %s and calls nobody', async (_, changes, message) => {
		const reply = await post(CREATE, workflow(changes));

		expect([reply.code, reply.message]).toEqual([400, expect.stringMatching(message)]);
		expect(service.sandbox.workflows).toEqual([]);
		expect(service.sandbox.maxCalls()).toBe(0);
	});

	it.each([
		['strings', 'callee +6281200001111: number is on the blocklist'],
		['objects', { callee: '+6281200001111', message: 'number is on the blocklist' }],
		['positions', { index: 0, message: 'number is on the blocklist' }],
	] as const)('leaves out whom it refuses, told as %s', async (detailErrors, entry) => {
		service.sandbox.set({ alsoReject: ['+6281200001111'], detailErrors });
		const good = detail({ callee: '+6281200002222' });
		const { data } = await post(CREATE, workflow({ details: [detail(), good] }));

		expect(data.detail_error_list).toEqual([entry]);
		expect(service.sandbox.workflows).toMatchObject([{ details: [good] }]);
	});
});

describe('uploaddetails', () => {
	it('adds contacts to a workflow that exists', async () => {
		const workflow_id = await idOf();
		const more = [detail({ callee: '+6281200002222' })];

		expect((await post(ADD, { workflow_id, details: more })).code).toBe(200);
		expect((await post(ADD, { workflow_id: 'gone', details: more })).code).toBe(404);
		expect((await post(ADD, { workflow_id })).code).toBe(400);
		expect(service.sandbox.workflows).toMatchObject([{ details: [detail(), ...more] }]);
		expect([...service.sandbox.calls().values()]).toEqual([1, 1]);
	});
});

describe('detailinstances', () => {
	const period = { start_time: 'a', end_time: 'b' };

	it('finds by case or number', async () => {
		const details = [detail({ case_id: 'A' }), detail({ callee: '+6281200002222', case_id: 'B' })];
		const workflow_id = await idOf({ details });
		const found = { workflow_id, workflow_name: 'january' };

		expect((await post(FIND, { case_id: 'A', ...period })).data.list).toEqual([
			{ ...found, ...details[0] },
		]);
		expect((await post(FIND, { callee: '+6281200002222', ...period })).data.list).toEqual([
			{ ...found, ...details[1] },
		]);
	});

	it.each([
		[{ case_id: 'A' }, /start_time is required; end_time is required/],
		[period, /case_id or callee is required/],
	])('refuses %j', async (body, message) => {
		expect((await post(FIND, body)).message).toMatch(message);
	});
});

it('tells of workflows in the log without whole numbers', async () => {
	const workflow_id = await idOf();
	await post(ADD, { workflow_id, details: [detail(), detail()] });

	expect(lines.slice(-2)).toEqual([
		expect.stringMatching(/workflow created, 0 rejected \(1 contacts, first \+62•••1111\)$/),
		expect.stringMatching(/2 added, 0 rejected \(2 contacts, first \+62•••1111\)$/),
	]);
});

it('forgets workflows on reset', async () => {
	await idOf();
	service.sandbox.reset();

	expect(service.sandbox.workflows).toEqual([]);
	expect(service.sandbox.calls().size).toBe(0);
});
