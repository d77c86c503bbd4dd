import { contact, contacts, plan, TODAY, useSandbox } from './client';

const longest = 's'.repeat(39);
const service = useSandbox({ strategies: ['three_rounds', longest, `${longest}s`] });

/** The refusal of a body, as [HTTP status, body code, message]; nothing may have been created. */
const refusalOf = async (body: unknown) => {
	const { status, data } = await service.create(body);
	expect(service.sandbox.plans).toHaveLength(0);
	return [status, data.code, data.message];
};

describe('a plan that keeps to the rules', () => {
	it('is created, with the task of its first round', async () => {
		const body = plan({ Date: TODAY, DncSwitch: false });
		const { status, data } = await service.create(body);
		expect(status).toBe(200);
		expect(data).toEqual({
			data: {
				TaskID: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
				detail_error_list: [],
				PlanName: 'my_plan',
			},
			status: 'OK',
			code: 200,
		});
		expect(service.sandbox.plans).toEqual([
			{
				PlanName: 'my_plan',
				TaskID: data.data?.TaskID,
				Strategy: 'three_rounds',
				SIPLine: 'LIVEDEMO_CH_SOFTPHONE_LINE',
				Date: TODAY,
				Details: [contact()],
				body,
			},
		]);
	});

	it.each([
		{ PlanName: 'p'.repeat(54) },
		{ PlanName: '📞'.repeat(54) },
		{ Strategy: longest },
		{ Date: '2022-11-17' },
		{ Date: '2022-11-21' },
		{ Perform: 3 },
		{ DncSwitch: true },
		{ Unheard: 'of' },
	])('may have %j', async (changes) => {
		expect((await service.create(plan(changes))).data.code).toBe(200);
		expect(service.sandbox.plans).toHaveLength(1);
	});

	it('keeps its name byte for byte', async () => {
		const PlanName = ' test-dnc-prod--trüe-003-plan ';
		expect((await service.create(plan({ PlanName }))).data.data?.PlanName).toBe(PlanName);
		expect(service.sandbox.plans[0]?.PlanName).toBe(PlanName);
	});

	it('gets a name of its own when it has none', async () => {
		const names = new Set<unknown>();
		for (let round = 0; round < 3; round += 1) {
			names.add((await service.create(plan({ PlanName: undefined }))).data.data?.PlanName);
		}
		expect([...names]).toEqual(service.sandbox.plans.map(({ PlanName }) => PlanName));
		expect(names.size).toBe(3);
	});

	it('begins today when it has no day', async () => {
		await service.create(plan({ Date: undefined }));
		expect(service.sandbox.plans[0]?.Date).toBe(TODAY);
	});

	it('may have 10,000 contacts, and is answered at once', async () => {
		const started = Date.now();
		const { data } = await service.create(plan({ Details: contacts(10_000) }));
		expect(data.data?.detail_error_list).toEqual([]);
		expect(service.sandbox.calls().size).toBe(10_000);
		expect(Date.now() - started).toBeLessThan(2000);
	});
});

describe('a plan that breaks a rule is refused under HTTP 200', () => {
	it.each([
		[{ PlanName: 'p'.repeat(55) }, 'PlanName must have at most 54 characters'],
		[{ PlanName: '' }, 'PlanName must not be empty'],
		[{ PlanName: 7 }, 'PlanName must be a string'],
		[{ PlanName: null }, 'PlanName must be a string'],
		[{ SIPLine: undefined }, 'SIPLine is required'],
		[{ SIPLine: '' }, 'SIPLine is required'],
		[{ SIPLine: 7 }, 'SIPLine must be a string'],
		[{ Strategy: undefined }, 'Strategy is required'],
		[{ Strategy: ' ' }, 'Strategy is required'],
		[{ Strategy: 7 }, 'Strategy must be a string'],
		[{ Strategy: `${longest}s` }, 'Strategy must have at most 39 characters'],
		[{ Strategy: 'Three_rounds' }, 'Strategy does not exist'],
		[{ Date: '' }, 'Date must be a day YYYY-MM-DD'],
		[{ Date: '17-11-2022' }, 'Date must be a day YYYY-MM-DD'],
		[{ Date: '2022-11-17T00:00:00Z' }, 'Date must be a day YYYY-MM-DD'],
		[{ Date: '2022-11-31' }, 'Date must be a day YYYY-MM-DD'],
		[{ Date: 20221117 }, 'Date must be a string'],
		[{ Date: '2022-11-16' }, 'Date must be from 2022-11-17 to 2022-11-21'],
		[{ Date: '2022-11-22' }, 'Date must be from 2022-11-17 to 2022-11-21'],
		[{ Perform: undefined }, 'Perform is required'],
		[{ Perform: 0 }, 'Perform must be one of 1, 2, 3'],
		[{ Perform: 4 }, 'Perform must be one of 1, 2, 3'],
		[{ Perform: 1.5 }, 'Perform must be one of 1, 2, 3'],
		[{ Perform: '1' }, 'Perform must be one of 1, 2, 3'],
		[{ DncSwitch: 'true' }, 'DncSwitch must be true or false'],
		[{ DncSwitch: null }, 'DncSwitch must be true or false'],
		[{ Details: undefined }, 'Details is required'],
		[{ Details: contact() }, 'Details must be an array'],
		[{ Details: null }, 'Details must be an array'],
		[{ Details: [] }, 'Details must not be empty'],
		[{ Details: Array(10_001).fill({}) }, 'Details must have at most 10000 contacts'],
	])('%#: %j', async (changes, message) => {
		expect(await refusalOf(plan(changes))).toEqual([200, 400, message]);
	});

	it('with all that is wrong at once', async () => {
		expect(await refusalOf({ Perform: 1 })).toEqual([
			200,
			400,
			'SIPLine is required; Strategy is required; Details is required',
		]);
	});

	it.each([[[]], ['"text"'], ['null'], ['7']])('when its body is no object: %s', async (body) => {
		expect(await refusalOf(body)).toEqual([200, 400, 'the body must be a JSON object']);
	});

	it('when it breaks one with Perform 2 as well', async () => {
		expect((await refusalOf(plan({ Perform: 2, SIPLine: '' })))[1]).toBe(400);
	});
});

describe('the day', () => {
	afterEach(() => jest.restoreAllMocks());

	it("is the clock's in UTC, or in the account's time zone", async () => {
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2024-02-28T20:00:00Z'));
		service.sandbox.set({ today: null });
		await service.create();
		service.sandbox.set({ timeZone: 'Asia/Jakarta' });
		await service.create();
		expect(service.sandbox.plans.map(({ Date }) => Date)).toEqual(['2024-02-28', '2024-02-29']);
	});

	it('counts four days on over the end of a month', async () => {
		service.sandbox.set({ today: '2024-02-27' });
		expect((await service.create(plan({ Date: '2024-03-02' }))).data.code).toBe(200);
		expect((await service.create(plan({ Date: '2024-03-03' }))).data.code).toBe(400);
	});
});

describe('a plan name used before', () => {
	it('is accepted unless told otherwise, and the numbers are called twice', async () => {
		await service.create();
		await service.create();
		expect(service.sandbox.plans).toHaveLength(2);
		expect(service.sandbox.callsTo('+6281200001111')).toBe(2);
	});

	it('is refused when told so, whatever Perform says', async () => {
		service.sandbox.set({ refuseReusedPlanName: true });
		await service.create();
		for (const Perform of [1, 2, 3]) {
			const { status, data } = await service.create(plan({ Perform }));
			expect([status, data.code, data.message]).toEqual([200, 400, 'PlanName already exists']);
		}
		expect((await service.create(plan({ PlanName: 'my_plan ' }))).data.code).toBe(200);
		expect((await service.create(plan({ PlanName: undefined }))).data.code).toBe(200);
		expect(service.sandbox.plans).toHaveLength(3);
	});

	it('is free again when nothing was created under it', async () => {
		service.sandbox.set({ refuseReusedPlanName: true });
		await service.create(plan({ Perform: 2 }));
		await service.create(plan({ Perform: 3, Details: [{}] }));
		expect((await service.create()).data.code).toBe(200);
	});
});
