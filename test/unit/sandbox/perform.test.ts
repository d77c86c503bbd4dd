import { contact, plan, useSandbox } from './client';

const service = useSandbox();

const good = contact({ Mobile: '+6281200000001' });
const bad = contact({ Mobile: '+6281200000002', LoanDate: '2022-06-17' });
const alsoGood = contact({ Mobile: '+6281200000003' });
const error = { Mobile: '+6281200000002', message: 'LoanDate must be before DueDate' };

const send = async (Perform: number, Details: unknown[]) =>
	(await service.create(plan({ Perform, Details }))).data;
const nobodyIsCalled = () => {
	expect(service.sandbox.plans).toHaveLength(0);
	expect(service.sandbox.maxCalls()).toBe(0);
};

describe('Perform 1', () => {
	it('creates the plan without the bad rows, and lists them', async () => {
		const { code, data } = await send(1, [good, bad, alsoGood]);
		expect(code).toBe(200);
		expect(data?.TaskID).toHaveLength(32);
		expect(data?.detail_error_list).toEqual([error]);
		expect(service.sandbox.plans[0]?.Details).toEqual([good, alsoGood]);
		expect(service.sandbox.callsTo('+6281200000002')).toBe(0);
	});

	it('creates nothing out of bad rows alone', async () => {
		const { code, data } = await send(1, [bad]);
		expect(code).toBe(200);
		expect(data).toEqual({ detail_error_list: [error], PlanName: 'my_plan' });
		nobodyIsCalled();
	});
});

describe('Perform 2', () => {
	it.each([
		['good rows', [good], []],
		['bad rows', [good, bad], [error]],
	])('creates nothing, with %s', async (_, rows, detail_error_list) => {
		const { code, data } = await send(2, rows);
		expect(code).toBe(200);
		expect(data).toEqual({ detail_error_list, PlanName: 'my_plan' });
		nobodyIsCalled();
	});
});

describe('Perform 3', () => {
	it('creates the plan when every row is good', async () => {
		expect((await send(3, [good, alsoGood])).data?.TaskID).toHaveLength(32);
		expect(service.sandbox.plans[0]?.Details).toEqual([good, alsoGood]);
	});

	it('creates nothing when one is bad, and lists it', async () => {
		const { code, data } = await send(3, [good, bad]);
		expect(code).toBe(200);
		expect(data).toEqual({ detail_error_list: [error], PlanName: 'my_plan' });
		nobodyIsCalled();
	});
});

describe('the list of bad rows', () => {
	const rows = [good, bad, contact({ Mobile: 62812 }), {}, 'row'];
	const messages = [
		'LoanDate must be before DueDate',
		'Mobile must be a string',
		expect.stringMatching(/^Debtor is required; .*Platform is required$/) as string,
		'the contact must be an object',
	];
	const listAs = async (detailErrors: 'strings' | 'objects' | 'positions') => {
		service.sandbox.set({ detailErrors });
		return (await send(2, rows)).data?.detail_error_list;
	};

	it('can hold texts with the whole number', async () => {
		expect(await listAs('strings')).toEqual([
			'Mobile +6281200000002: LoanDate must be before DueDate',
			'Mobile 62812: Mobile must be a string',
			expect.stringMatching(/^Mobile : Debtor is required; /),
			'Mobile : the contact must be an object',
		]);
	});

	it('can hold objects with the number as it came', async () => {
		const numbers = ['+6281200000002', 62812, '', ''];
		const expected = messages.map((message, index) => ({ Mobile: numbers[index], message }));
		expect(await listAs('objects')).toEqual(expected);
	});

	it('can hold positions, from 0', async () => {
		const expected = messages.map((message, index) => ({ index: index + 1, message }));
		expect(await listAs('positions')).toEqual(expected);
	});
});

describe('who would have been called how often', () => {
	it('is counted over all plans, and within one', async () => {
		await send(1, [good, alsoGood]);
		await send(1, [good, bad]);
		await send(1, [good, alsoGood, alsoGood]);
		expect(service.sandbox.calls()).toEqual(
			new Map([
				['+6281200000001', 3],
				['+6281200000003', 3],
			]),
		);
		expect(service.sandbox.callsTo('+6281200000001')).toBe(3);
		expect(service.sandbox.callsTo('+6281200000002')).toBe(0);
		expect(service.sandbox.maxCalls()).toBe(3);
	});

	it('is nobody after a reset', async () => {
		await send(1, [good]);
		service.sandbox.reset();
		expect(service.sandbox.calls().size).toBe(0);
		nobodyIsCalled();
	});

	it('cannot be changed through what was handed out', async () => {
		await send(1, [good]);
		service.sandbox.calls().clear();
		expect(service.sandbox.maxCalls()).toBe(1);
	});
});
