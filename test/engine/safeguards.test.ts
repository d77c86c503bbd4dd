import { borrower, borrowers } from '../rows';
import { eachBelow, keyAndSecret } from './builders';
import { startService } from './faults/otherServer';
import { useSandbox } from './sandboxed';

const { create, planBodies, sandbox } = useSandbox();

const columns = (changes: Record<string, string>) =>
	eachBelow({
		...Object.fromEntries(
			Object.keys(borrower(1)).map((column) => [column, `={{ $json.${column} }}`]),
		),
		...changes,
	});

describe('Settings that would decide for all rows by looking at the first', () => {
	it.each([
		['dateFormat', '={{ $json.format }}', 'Date Format'],
		['defaultCountryCode', '={{ $json.code }}', 'Default Country Code'],
		['resend', '={{ $json.again }}', 'Resend'],
		['repeatedNumbers', '={{ $itemIndex > 0 ? "keepAll" : "keepFirst" }}', 'Repeated Numbers'],
	])('%s: an expression that looks at the row is refused', async (option, expression, label) => {
		const { error } = await create(borrowers(2), { options: { [option]: expression } });

		expect(error?.message).toBe(`'${label}' cannot differ from row to row`);
		expect(planBodies()).toEqual([]);
	});

	it('an expression that does not look at the row is taken', async () => {
		const options = { dateFormat: '={{ "day" + "First" }}' };
		const { plans } = await create(borrowers(2, { LoanDate: '03/04/2025' }), { options });

		expect(plans).toMatchObject([{ contactsSent: 2 }]);
		expect(planBodies()[0]?.Details[0]).toMatchObject({ LoanDate: '2025-04-03' });
	});

	it('a value that the node does not know is refused', async () => {
		const { error } = await create(borrowers(1), { options: { dateFormat: '={{ "dayfirst" }}' } });

		expect(error?.message).toBe("'Date Format' is 'dayfirst'");
	});
});

describe('One phone number for all rows', () => {
	it.each(['={{ $("Rows").first().json.Mobile }}', '+628123000001'])(
		'is refused: %s',
		async (mapped) => {
			const { error } = await create(borrowers(3), { contacts: columns({ Mobile: mapped }) });

			expect(error?.message).toMatch(/'Mobile' is the same phone number for all rows/);
			expect(sandbox().plans).toEqual([]);
		},
	);

	it('is what a single row has', async () => {
		const { plans } = await create(borrowers(1), {
			contacts: columns({ Mobile: '+628123000001' }),
		});

		expect(plans).toMatchObject([{ contactsSent: 1 }]);
	});
});

describe('Values that are other in each try', () => {
	it('do not make a retried plan another plan', async () => {
		const contacts = columns({ ExtraA: '={{ $now.toMillis() + $json.Comments }}' });
		sandbox().misbehave({ on: 'plan', kind: 'http403', skip: 1 });
		const { plans } = await create(
			borrowers(4),
			{ contacts, options: { contactsPerPlan: 2 } },
			{ node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } },
		);

		expect(plans.map(({ status }) => status)).toEqual(['created', 'created']);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('are drawn for each row when they are random', async () => {
		const rows = borrowers(40);
		await create(rows, { sipLine: '={{ ["LINE_A", "LINE_B"].randomItem() }}' });

		expect(new Set(planBodies().map(({ SIPLine }) => SIPLine))).toEqual(
			new Set(['LINE_A', 'LINE_B']),
		);
	});
});

describe('What looks like a column and is more', () => {
	it("is left to n8n's evaluator", async () => {
		const contacts = columns({
			ExtraA: '={{ $json.Debtor.length }}',
			ExtraB: '={{ $json.Debtor[0] }}',
		});
		await create(borrowers(1), { contacts });

		expect(planBodies()[0]?.Details).toMatchObject([{ ExtraA: '12', ExtraB: 'S' }]);
	});
});

describe('The answer does not say what became of the plan', () => {
	it.each([
		['no task and nobody refused', { data: {}, code: 200 }],
		['another code', { code: 5001, message: 'upstream timed out' }],
		['code 0', { code: 0, data: { TaskID: 'a' } }],
		['no code', { code: null, data: { TaskID: 'a' } }],
	])('%s: the outcome is unknown', async (_, body) => {
		const server = await startService(() => ({ status: 200, body }));
		const credentials = { ...keyAndSecret(sandbox()), baseUrl: server.url };
		const { error } = await create(borrowers(1), {}, { credentials });
		await server.close();

		expect(error?.message).toMatch(/^It is not known whether plan/);
		expect(server.seen.filter(({ path }) => path.endsWith('/plan'))).toHaveLength(1);
	});
});
