import { pairs } from '../../rows';
import { customer, customers, FIND, useWorkflows } from './customers';

const { sandbox, create, find, sent, only } = useWorkflows();

const period = { start_time: '2026-01-01 00:00:00', end_time: '2099-12-31 23:59:59' };

describe('Find in Workflows', () => {
	it('finds a case, for each input item', async () => {
		await create(customers(3));
		const { outputs, error } = await find({ caseId: '={{ $json.id }}' }, [
			{ id: 'A-2' },
			{ id: 'A-9' },
			{ id: ' A-3 ' },
		]);

		expect(error).toBeUndefined();
		expect(outputs).toHaveLength(1);
		expect(outputs[0]).toMatchObject([
			{ json: { workflow_id: only().workflow_id, case_id: 'A-2', callee: customer(2).callee } },
			{ json: { case_id: 'A-3' } },
		]);
		expect(outputs[0]?.flatMap(pairs)).toEqual([0, 2]);
		expect(sent(FIND)).toEqual(
			expect.arrayContaining([
				{ case_id: 'A-2', ...period },
				{ case_id: 'A-3', ...period },
			]),
		);
	});

	it('finds a number, however it is written', async () => {
		await create(customers(2));
		const { outputs } = await find({ findBy: 'callee', callee: '+62 812-300-0001' });

		expect(outputs[0]).toMatchObject([{ json: { case_id: 'A-1' } }]);
		expect(sent(FIND)).toEqual([{ callee: customer(1).callee, ...period }]);
	});

	it.each([
		[{ caseId: '={{ "" }}' }, /'Case ID' is empty/],
		[{ periodStart: '={{ "" }}' }, /'Start Time' is empty/],
		[{ periodEnd: '={{ "" }}' }, /'End Time' is empty/],
		[{ findBy: 'callee', callee: '08123000001' }, /'Callee' is not a phone number/],
	])('says what is missing: %j', async (changes, message) => {
		const { error } = await find(changes);

		expect(error?.message).toMatch(message);
		expect(error?.message).not.toContain('8123000001');
		expect(error?.description).not.toContain('8123000001');
		expect(sandbox().requests).toEqual([]);
	});

	it('asks again after a lost answer, since it only reads, and renews the token', async () => {
		await create(customers(1));
		sandbox().misbehave({ on: FIND, kind: 'hangUpAfter' });
		sandbox().misbehave({ on: FIND, kind: 'body401' });
		const { outputs } = await find({});

		expect(outputs[0]).toHaveLength(1);
		expect(sent(FIND)).toHaveLength(3);
	});
});
