import { createPlan } from '../../engine/builders.ts';
import { borrowers } from '../../rows.ts';
import { getToken, putRows, runRows, start } from '../workflows.mts';
import { useStage } from '../world.mts';

let onRequest: (line: string) => void = () => undefined;
const stage = useStage('stopped', { log: (line) => onRequest(line) });

const parameters = createPlan({ options: { planName: 'p', contactsPerPlan: 1 } });

/** Settles when the sandbox has acted on this many plans, and before it answers the last of them. */
const plansReceived = async (count: number) =>
	await new Promise<void>((resolve) => {
		let seen = 0;
		onRequest = (line) => {
			if (line.includes('/service/cloud/v2/plan') && ++seen === count) resolve();
		};
	});

it('an execution that is stopped between its plans does not send the rest', async () => {
	await getToken(stage);
	// So slow that n8n hears of the stop before it hears of the plan.
	stage.sandbox.misbehave({ on: 'plan', kind: 'slow', delayMs: 60_000, skip: 1 });
	const { api } = stage;
	const second = plansReceived(2);
	const id = await api.startWorkflow(await putRows(stage, borrowers(4), parameters), start);
	await second;
	await api.stopExecution(id);
	expect(await api.ended(id)).toMatchObject({ status: 'canceled' });

	// What the first execution had still sent would come out as sent already.
	const again = await runRows(stage, borrowers(4), parameters);
	expect(again.outputs[0]?.map(({ json }) => json.status)).toEqual([
		'alreadySent',
		'alreadySent',
		'created',
		'created',
	]);
	expect([...stage.sandbox.calls().values()]).toEqual([1, 1, 1, 1]);
});
