import { borrower } from '../../rows';
import { useOlderEngine } from '../n8n/olderEngine';
import type { RunResult } from '../n8n/run';
import type { Case } from './cases';
import { nameOf, ON_ERROR, TROUBLES } from './cases';
import { leaksOf, secretsOf } from './leaks';
import { expectedOf, getIntoTrouble, parametersOf, settingsOf } from './play';
import { useWorld } from './world';

const world = useWorld();
const { sandbox } = world;
const ROW = borrower(1);

/** One row, one plan, which is in trouble. */
async function check(played: Case): Promise<void> {
	sandbox().reset();
	const { trouble } = played;
	const store = await getIntoTrouble(world, played);
	const result = await world.createWith(store, [ROW], parametersOf(played), settingsOf(played));
	const [status] = expectedOf(played).statuses;
	const called = status === 'created' || (status === 'unknown' && trouble.acts === true);

	expect(sandbox().callsTo(ROW.Mobile)).toBe(called ? 1 : 0);
	if (status === 'created') {
		expect(result.plans).toMatchObject([{ PlanName: 'p', status: 'created', contactsSent: 1 }]);
	} else {
		const said = whatWentWrong(played, result);
		const start = status === 'unknown' ? 'It is not known whether plan' : 'Plan';
		expect(said).toContain(`${start} 'p' (1 contact)`);
		expect(said).toMatch(trouble.says);
	}
	expect(leaksOf(result, secretsOf(sandbox(), [ROW.Mobile]))).toEqual([]);
}

/** The error of a stopped run, or the only item that left. */
function whatWentWrong({ onError }: Case, { error, outputs }: RunResult): string {
	const items = outputs.flat();
	if (onError === 'stopWorkflow') return String(error?.message);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
	const [{ json }] = items as [{ json: { error?: unknown } }];
	return JSON.stringify(json.error);
}

describe('One item at a time, in trouble', () => {
	useOlderEngine();

	it.each(TROUBLES.map((trouble) => [trouble.name, trouble] as const))(
		'%s: nobody is called twice',
		async (_, trouble) => {
			const wrong: string[] = [];
			for (const onError of ON_ERROR) {
				for (const retry of [false, true]) {
					const played = { trouble, position: 0, onError, retry };
					await check(played).catch((error: Error) => {
						wrong.push(`${nameOf(played)}: ${error.message}`);
					});
				}
			}
			expect(wrong.slice(0, 3).join('\n\n')).toBe('');
		},
	);
});
