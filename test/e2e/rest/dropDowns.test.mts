import { createPlan } from '../../engine/builders.ts';
import { useStage } from '../world.mts';

const strategies = ['three_rounds', 'before_due_date', 'after_due_date', 'vip_before_due_date'];
const stage = useStage('drop-downs', { strategies });

/** What the editor tells n8n about the node it shows. */
const shown = () => ({
	nodeTypeAndVersion: { name: 'n8n-nodes-airudder.aiRudder', version: 1 },
	currentNodeParameters: createPlan(),
	credentials: { aiRudderApi: { id: stage.credential.id, name: stage.credential.name } },
});

interface Listed {
	results: Array<{ name: string; value: string }>;
}

const listed = async (filter?: string) => {
	const answer = await stage.api.listSearch('strategy', 'searchStrategies', shown(), filter);
	return (answer as Listed).results.map(({ value }) => value);
};

it('the strategy list shows the strategies of the account', async () => {
	expect(await listed()).toEqual(strategies);
});

it.each([
	['before', ['before_due_date', 'vip_before_due_date']],
	['VIP', ['vip_before_due_date']],
	['nothing like it', []],
])('and can be searched for %j', async (filter, found) => {
	expect(await listed(filter)).toEqual(found);
});

it('the strategy list says what is wrong when the service does', async () => {
	stage.sandbox.misbehave({ on: 'strategies', kind: 'http403' });
	await expect(listed()).rejects.toThrow(/AI Rudder does not allow/);
});

it('the mapper has the 13 properties of a collection contact', async () => {
	const { fields } = (await stage.api.mapperFields('contacts', 'getContactColumns', shown())) as {
		fields: Array<{ id: string; required: boolean }>;
	};
	const names = (wanted: boolean) =>
		fields.filter(({ required }) => required === wanted).map(({ id }) => id);

	expect(names(true).sort().join()).toBe(
		'Arrears,Debtor,DueDate,LoanAmount,LoanDate,Mobile,Platform,Unit',
	);
	expect(names(false).sort().join()).toBe('Comments,ExtraA,ExtraB,ExtraC,Gender');
});
