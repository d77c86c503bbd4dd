import { borrower, borrowers } from '../rows';
import { useSandbox } from './sandboxed';

const { create, planBodies } = useSandbox();

const byCheck = ({ rejection }: { rejection?: unknown }) =>
	(rejection as { by: string }).by === 'check';

describe('Options for reading', () => {
	it('reads phones, dates and amounts as the options say', async () => {
		const row = borrower(1, { Mobile: '0812-300-0001', LoanDate: '03/04/2025', Arrears: '1.234' });
		await create([row], {
			options: { defaultCountryCode: '62', dateFormat: 'dayFirst', numberFormat: 'commaDecimal' },
		});

		expect(planBodies()[0]?.Details).toMatchObject([
			{ Mobile: '+628123000001', LoanDate: '2025-04-03', Arrears: 1234 },
		]);
	});

	it('refuses what could be read in two ways', async () => {
		const row = borrower(1, { Mobile: 628123000001, LoanDate: '03/04/2025', Arrears: '1.234' });
		const { rejected } = await create([row], { options: { defaultCountryCode: '62' } });

		expect(rejected).toMatchObject([
			{
				rejection: {
					problems: [
						{
							property: 'Mobile',
							reason: expect.stringMatching(/\+628123000001 or \+62628123000001/),
						},
						{ property: 'LoanDate', reason: expect.stringMatching(/2025-04-03 or 2025-03-04/) },
						{ property: 'Arrears', reason: expect.stringMatching(/1\.234 or 1234/) },
					],
				},
			},
		]);
	});

	it('keeps the first of rows with the same number when told to', async () => {
		const rows = [borrower(1), borrower(2), borrower(1, { Debtor: 'Again' })];
		const { rejected } = await create(rows, { options: { repeatedNumbers: 'keepFirst' } });

		expect(planBodies()[0]?.Details).toEqual(borrowers(2));
		expect(rejected).toMatchObject([
			{ Debtor: 'Again', rejection: { problems: [{ reason: expect.stringContaining('row 1') }] } },
		]);
	});

	it("counts today in the workflow's time zone", async () => {
		const inKiritimati = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
		const row = borrower(1, { LoanDate: inKiritimati, DueDate: '2199-01-01' });
		const there = await create([row], { operation: 'check' }, { timezone: 'Pacific/Kiritimati' });
		const inPagoPago = await create(
			[row],
			{ operation: 'check' },
			{ timezone: 'Pacific/Pago_Pago' },
		);

		expect(there.rejected.filter(byCheck)).toEqual([]);
		expect(inPagoPago.rejected.filter(byCheck)).toHaveLength(1);
	});
});
