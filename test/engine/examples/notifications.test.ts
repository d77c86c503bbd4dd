import { borrowers } from '../../rows';
import { playRounds } from '../../sandbox/rounds';
import { useExamples } from './run';

const { sandbox, create, run } = useExamples();

/** What the trigger gives for the end of a plan of ten. */
async function planFinished() {
	await create(borrowers(10));
	const [plan] = sandbox().plans;
	const body = plan && playRounds(plan).find(({ event }) => event === 'plan')?.body;
	if (!body) throw new Error('The sandbox does not tell of plans');
	return { event: 'plan', receivedAt: '2026-11-25T09:30:00.000Z', deliveryId: 'd1', body };
}

it('plan-finished-to-slack.json tells the numbers of a plan', async () => {
	const item = await planFinished();
	const { given } = await run('plan-finished-to-slack.json', 'Plan Finished', [item]);

	expect(given['Tell the Team']).toMatchObject([
		{
			text: `Plan ${item.body.PlanName} is finished after 3 rounds: 6 of 10 people answered, 2 did not, 1 were busy, 1 failed`,
		},
	]);
});

it('recordings-to-storage.json downloads a recording, and stores it under a name of its own', async () => {
	const call = (deliveryId: string, body: object) => ({ event: 'call', deliveryId, body });
	const RecordingUrl = `${sandbox().url}/recordings/call-17.wav`;
	const items = [call('d1', { RecordingUrl })];
	const FILE = 'recordings-to-storage.json';
	const { given, outputs, error } = await run(FILE, 'Call Finished', items, ['Has a Recording']);

	expect(error).toBeUndefined();
	expect(given['Has a Recording']).toMatchObject([
		{ conditions: { conditions: [{ leftValue: RecordingUrl }] } },
	]);
	expect(outputs.Download?.[0]?.[0]?.binary?.data).toMatchObject({ mimeType: 'audio/wav' });
	expect(given.Store).toMatchObject([{ inputDataFieldName: 'data', name: 'd1 call-17.wav' }]);
});

describe('wait-for-results.json', () => {
	const FILE = 'wait-for-results.json';
	const named = (plan: unknown) => ({
		dataTableId: { __rl: true },
		filters: { conditions: [{ keyName: 'PlanName', condition: 'eq', keyValue: plan }] },
	});
	const answer = (items: object[] | undefined) =>
		items?.map((item) => {
			const { conditions } = item as { conditions: { conditions: object[] } };
			return (conditions.conditions[0] as { leftValue: unknown }).leftValue;
		});

	it('notes a new plan, and waits', async () => {
		const { given, outputs } = await run(
			FILE,
			'Create Plan',
			[{ ...borrowers(1)[0], Mobile: 628123456701 }],
			['New Plans', 'Note the Plan'],
		);
		const plan = outputs['Create Plan']?.[0]?.[0]?.json.PlanName;

		expect(answer(given['New Plans'])).toEqual(['created']);
		expect(given['Note the Plan']).toMatchObject([
			{ ...named(plan), columns: { value: { PlanName: plan } } },
		]);
		expect(given.Wait).toMatchObject([{ resume: 'timeInterval', amount: 30, unit: 'minutes' }]);
	});

	it('notes the result under the same name', async () => {
		const item = await planFinished();
		const { given } = await run(FILE, 'Plan Finished', [item]);

		const plan = sandbox().plans[0]?.PlanName;
		const result = JSON.stringify(item.body);
		expect(given['Note the Result']).toMatchObject([
			{
				...named(plan),
				columns: { value: { PlanName: plan, finishedAt: item.receivedAt, result } },
			},
		]);
	});

	it('looks plans up after waiting, and gives up after a day', async () => {
		const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
		const rows = [
			{ PlanName: 'a', createdAt: ago(23) },
			{ PlanName: 'b', createdAt: ago(25) },
			{ PlanName: 'c', createdAt: ago(23).toISOString(), finishedAt: null },
			{ PlanName: 'd', createdAt: ago(25).toISOString(), finishedAt: '2026-11-25' },
		];
		const found = (await run(FILE, 'Look It Up', rows)).given['Look It Up'];
		const finished = (await run(FILE, 'Finished?', rows)).given['Finished?'];
		const left = (await run(FILE, 'Time Left?', rows)).given['Time Left?'];

		expect(found).toMatchObject(rows.map(({ PlanName }) => named(PlanName)));
		expect(answer(finished)).toEqual([undefined, undefined, null, '2026-11-25']);
		expect(answer(left)).toEqual([true, false, true, false]);
	});
});
