import { borrowers, pairs } from '../rows';
import { useSandbox } from './sandboxed';

const { create, planBodies } = useSandbox();

describe('Plan settings that differ from row to row', () => {
	it('puts rows with other settings into other plans, in order', async () => {
		const rows = borrowers(5).map((row, index) => ({
			...row,
			line: index % 2 ? 'LINE_B' : 'LINE_A',
		}));
		const { plans, outputs } = await create(rows, { sipLine: '={{ $json.line }}' });

		expect(plans.map(({ sipLine, contactsSent }) => [sipLine, contactsSent])).toEqual([
			['LINE_A', 3],
			['LINE_B', 2],
		]);
		expect(outputs[0]?.map(pairs)).toEqual([
			[0, 2, 4],
			[1, 3],
		]);
	});

	it('groups by a strategy that an expression picks, and numbers equal plan names', async () => {
		const rows = borrowers(2).map((row, index) => ({ ...row, late: index > 0 }));
		await create(rows, {
			strategy: {
				__rl: true,
				mode: 'name',
				value: '={{ $json.late ? "other" : "reminder_3_rounds" }}',
			},
			options: { planName: 'january' },
		});

		expect(planBodies().map(({ Strategy, PlanName }) => [Strategy, PlanName])).toEqual([
			['reminder_3_rounds', 'january'],
			['other', 'january-2'],
		]);
	});

	it('makes one plan of a plan name with the time in it, though the time passes', async () => {
		const options = { planName: '=list {{ $now.toFormat("HH:mm:ss.SSS") }}' };
		await create(borrowers(300), { options });

		expect(planBodies()).toHaveLength(1);
	});

	it('rejects only the rows whose own settings cannot be used', async () => {
		const rows = borrowers(3).map((row, index) => ({ ...row, line: index === 1 ? '' : 'LINE_A' }));
		const { rejected, plans } = await create(rows, { sipLine: '={{ $json.line }}' });

		expect(plans).toMatchObject([{ contactsSent: 2 }]);
		expect(rejected).toMatchObject([{ rejection: { problems: [{ property: 'SIP Line' }] } }]);
	});

	it.each([
		[{ strategy: { __rl: true, mode: 'name', value: '={{ "x".repeat(40) }}' } }, /Strategy.*39/],
		[{ options: { planName: 'x'.repeat(55) } }, /Plan Name.*54/],
		[{ options: { date: '2020-01-01' } }, /Date.*2020-01-01/],
		[{ options: { contactsPerPlan: 10_001 } }, /Contacts per Plan.*10001/],
		[{ options: { defaultCountryCode: 'ID' } }, /Default Country Code.*ID/],
	])('refuses settings that no plan can have: %j', async (parameters, message) => {
		const { error } = await create(borrowers(1), parameters);

		expect(error?.message).toMatch(message);
		expect(planBodies()).toEqual([]);
	});
});
