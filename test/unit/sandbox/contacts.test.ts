import { contact, plan, TODAY, useSandbox } from './client';

const service = useSandbox({ detailErrors: 'positions' });

/** What the service says about one contact: undefined when it is good. */
const problemOf = async (details: unknown): Promise<unknown> => {
	const { data } = await service.create(plan({ Details: [details], Perform: 2 }));
	expect(data.code).toBe(200);
	const [error] = data.data?.detail_error_list ?? [];
	return error === undefined ? undefined : (error as { message: string }).message;
};

describe('a contact is good', () => {
	it.each([
		{},
		{ Debtor: 'd'.repeat(64) },
		{ Debtor: '😀'.repeat(64) },
		{ Mobile: '+8610086' },
		{ Mobile: '+123456789012345' },
		{ LoanDate: TODAY, DueDate: '2022-11-18' },
		{ LoanDate: '2020-02-29' },
		{ DueDate: '2099-12-31' },
		{ LoanAmount: 0, Arrears: -0.5 },
		{ Unit: 'occaecat' },
		{ Platform: 'p'.repeat(20) },
		{ Comments: 'c'.repeat(64), Gender: 'male', ExtraA: 'a', ExtraB: 'b'.repeat(1000), ExtraC: '' },
		{ Comments: '', Gender: 'female' },
		{ Unheard: { of: [] } },
	])('with %j', async (changes) => {
		expect(await problemOf(contact(changes))).toBeUndefined();
	});
});

describe('a contact is bad', () => {
	it.each(['Debtor', 'Mobile', 'LoanDate', 'DueDate', 'LoanAmount', 'Arrears', 'Unit', 'Platform'])(
		'without %s, and with null in it',
		async (property) => {
			expect(await problemOf(contact({ [property]: undefined }))).toBe(`${property} is required`);
			expect(await problemOf(contact({ [property]: null }))).toMatch(`${property} must be a `);
		},
	);

	it.each(['Debtor', 'Mobile', 'LoanDate', 'DueDate', 'Unit', 'Platform'])(
		'with a blank %s',
		async (property) => {
			expect(await problemOf(contact({ [property]: ' ' }))).toBe(`${property} is required`);
		},
	);

	it.each([
		'Debtor',
		'Mobile',
		'LoanDate',
		'DueDate',
		'Unit',
		'Platform',
		'Comments',
		'ExtraA',
		'ExtraB',
		'ExtraC',
	])('with %s that is not text', async (property) => {
		expect(await problemOf(contact({ [property]: 628120000 }))).toBe(
			`${property} must be a string`,
		);
	});

	it.each([
		[{ Debtor: 'd'.repeat(65) }, 'Debtor must have at most 64 characters'],
		[{ Platform: 'p'.repeat(21) }, 'Platform must have at most 20 characters'],
		[{ Comments: 'c'.repeat(65) }, 'Comments must have at most 64 characters'],
		[{ Comments: null }, 'Comments must be a string'],
		[{ LoanAmount: '65' }, 'LoanAmount must be a number'],
		[{ Arrears: '84' }, 'Arrears must be a number'],
		[{ Gender: 'Male' }, 'Gender must be one of male, female'],
		[{ Gender: '' }, 'Gender must be one of male, female'],
		[{ Gender: null }, 'Gender must be one of male, female'],
	])('with %j', async (changes, message) => {
		expect(await problemOf(contact(changes))).toBe(message);
	});

	it.each([
		'6281200001111',
		'0812000011',
		'+0812000011',
		'+62 812',
		'+62-812',
		'+1234567890123456',
	])('with the number %s', async (Mobile) => {
		expect(await problemOf(contact({ Mobile }))).toMatch('Mobile must be + and the country code');
	});

	it.each(['2022-02-29', '2022-13-01', '2022-05-24T10:00:00Z', '2022-05-24 10:00', '24/05/2022'])(
		'with the day %s',
		async (text) => {
			const message = 'must be a day YYYY-MM-DD';
			expect(await problemOf(contact({ LoanDate: text }))).toBe(`LoanDate ${message}`);
			expect(await problemOf(contact({ DueDate: text }))).toBe(`DueDate ${message}`);
		},
	);

	it('with a loan from after today', async () => {
		const late = contact({ LoanDate: '2022-11-18', DueDate: '2022-12-01' });
		expect(await problemOf(late)).toBe('LoanDate must not be after today');
	});

	it('with a loan due the day it was made, or before', async () => {
		for (const DueDate of ['2022-05-24', '2022-05-23']) {
			expect(await problemOf(contact({ DueDate }))).toBe('LoanDate must be before DueDate');
		}
	});

	it.each([[null], ['+6281200001111'], [[contact()]], [7]])('when it is %j', async (details) => {
		expect(await problemOf(details)).toBe('the contact must be an object');
	});

	it('when the service has its own reason, beyond the documented rules', async () => {
		service.sandbox.set({ alsoReject: ['+6281200001111'] });
		expect(await problemOf(contact())).toBe('number is on the blocklist');
		expect(await problemOf(contact({ Mobile: '+6281200001112' }))).toBeUndefined();
	});

	it('with all that is wrong in one entry', async () => {
		expect(await problemOf(contact({ Mobile: '1', LoanAmount: '1', DueDate: '2022-01-01' }))).toBe(
			'Mobile must be + and the country code, then the number; ' +
				'LoanAmount must be a number; LoanDate must be before DueDate',
		);
	});
});

describe('a contact of another product', () => {
	beforeEach(() => service.sandbox.set({ product: 'other', alsoReject: ['+6281200009999'] }));

	it('may have any properties, and is called at the number it has', async () => {
		await service.create(plan({ Details: [{ Name: 'Smith', Phone: '+6281200001111' }] }));
		expect(service.sandbox.callsTo('+6281200001111')).toBe(1);
	});

	it('is bad without a number, or with one the service refuses', async () => {
		expect(await problemOf({ Name: 'Smith' })).toBe('no number to call');
		expect(await problemOf({ Phone: '+6281200009999' })).toBe('number is on the blocklist');
	});
});
