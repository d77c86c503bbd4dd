import { eachBelow } from '../engine/builders.ts';
import { borrower, borrowers } from '../rows.ts';
import { outcome, PlanWorkflow } from './workflow.mts';
import { useStage } from './world.mts';

const ROWS = 10_000;
const stage = useStage('many rows');

const mapped = (expression: (column: string) => string) =>
	eachBelow(
		Object.fromEntries(
			Object.keys(borrower(1)).map((column) => [column, `={{ ${expression(column)} }}`]),
		),
	);

/** Evaluated by n8n for every row: a name is the only column that the node cannot read by itself. */
const oneExpression = mapped((column) =>
	column === 'Debtor' ? '$json.Debtor.trim()' : `$json.${column}`,
);

// With the short locks of these workers, an execution that does not let go for 5 s is lost.
describe('10,000 rows in one execution', () => {
	it.each([
		['mapped automatically', undefined],
		['mapped column by column', mapped((column) => `$json.${column}`)],
		['with an expression for each row', oneExpression],
	])('do not lose the hold on it: %s', async (name, contacts) => {
		const { sandbox } = stage;
		sandbox.reset();
		const workflow = await PlanWorkflow.activate(stage, `Many rows ${name}`, contacts);

		const answer = await workflow.call(borrowers(ROWS));

		expect(outcome(answer)).toBe('200 created created');
		expect(answer.plans.map(({ contactsSent }) => contactsSent)).toEqual([5_000, 5_000]);
		const [execution] = await workflow.ended(2);
		expect(execution?.status).toBe('success');
		expect(sandbox.calls().size).toBe(ROWS);
		expect(sandbox.maxCalls()).toBe(1);
		expect(stage.logs()).not.toMatch(/stalled/);
	});
});
