import { freePort } from '../../../scripts/process/ports.mjs';
import { createPlan } from '../../engine/builders.ts';
import { borrowers } from '../../rows.ts';
import { getToken, runRows } from '../workflows.mts';
import { useStage } from '../world.mts';

const stage = useStage('retry on fail');

const parameters = createPlan({ options: { planName: 'p', contactsPerPlan: 2 } });
const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };

const sent = () =>
	stage.sandbox.requests
		.filter(({ path }) => path === '/service/cloud/v2/plan')
		.map(({ body }) => (body as { PlanName: string }).PlanName);

beforeEach(async () => await getToken(stage));

it('sends a plan again that was certainly not created, and no other', async () => {
	// The first try of the node asks four times.
	stage.sandbox.misbehave({ on: 'plan', kind: '429', retryAfter: '0', skip: 1, times: 4 });
	const { status, outputs } = await runRows(stage, borrowers(6), parameters, retry);

	expect(status).toBe('success');
	expect(sent()).toEqual(['p', 'p-2', 'p-2', 'p-2', 'p-2', 'p-2', 'p-3']);
	expect(outputs[0]?.map(({ json }) => [json.PlanName, json.status])).toEqual([
		['p', 'created'],
		['p-2', 'created'],
		['p-3', 'created'],
	]);
	expect([...stage.sandbox.calls().values()]).toEqual(Array(6).fill(1));
});

it('does not send a plan again that may have been created', async () => {
	stage.sandbox.misbehave({ on: 'plan', kind: 'hangUpAfter', skip: 1 });
	const { status, error } = await runRows(stage, borrowers(6), parameters, retry);

	expect(status).toBe('error');
	expect(error?.message).toMatch(/not known whether plan 'p-2' \(2 contacts\) was created/);
	expect(sent()).toEqual(['p', 'p-2']);
	expect(stage.sandbox.maxCalls()).toBe(1);
});

it('and the same workflow run once more sends the rest, and calls nobody twice', async () => {
	stage.sandbox.misbehave({ on: 'plan', kind: 'hangUpAfter', skip: 1 });
	await runRows(stage, borrowers(6), parameters, retry);
	const { outputs } = await runRows(stage, borrowers(6), parameters, retry);

	expect(outputs[0]?.map(({ json }) => json.status)).toEqual([
		'alreadySent',
		'alreadySent',
		'created',
	]);
	expect([...stage.sandbox.calls().values()]).toEqual(Array(6).fill(1));
});

it('notes nothing as sent while the service refuses connections', async () => {
	const { api, credential } = stage;
	const baseUrl = `http://127.0.0.1:${await freePort()}`;
	const data = { ...credential.data, baseUrl };
	const unreachable = await api.putCredential({ ...credential, name: 'refused', data });
	const tries = { ...retry, maxTries: 2 };
	const refused = await runRows(
		{ ...stage, credential: unreachable },
		borrowers(6),
		parameters,
		tries,
	);
	const { outputs } = await runRows(stage, borrowers(6), parameters, tries);

	expect(refused.error?.message).toMatch(/refused the connection.*was not created/);
	expect(outputs[0]?.map(({ json }) => json.status)).toEqual(['created', 'created', 'created']);
	expect([...stage.sandbox.calls().values()]).toEqual(Array(6).fill(1));
});
