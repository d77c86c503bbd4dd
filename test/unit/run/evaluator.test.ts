import { evaluator } from '../../../nodes/AiRudder/run/evaluator';
import { evaluation } from './evaluation';

const rows = Array.from({ length: 1_000 }, (_, number) => ({ Name: `Person ${number}`, number }));
const names = rows.map(({ Name }) => Name.toUpperCase());
const expression = '{{ $json.Name.toUpperCase() }}';

/** How many rows each evaluation was for. */
const counts = (asked: string[]) => asked.map((one) => Number(/length: (\d+)/.exec(one)?.[1] ?? 1));

const readAll = (n8n: ReturnType<typeof evaluation>, what: string) => {
	const read = evaluator(n8n, what);
	return rows.map((_, row) => read(row));
};

describe('Evaluating an expression for many rows', () => {
	it('asks n8n for several rows at a time, after the first', () => {
		const n8n = evaluation(rows);

		expect(readAll(n8n, expression)).toEqual(names);
		expect(counts(n8n.asked)[0]).toBe(1);
		expect(n8n.asked.length).toBeLessThan(rows.length / 2);
		expect(Math.max(...counts(n8n.asked))).toBeLessThanOrEqual(32);
	});

	it('asks for one row at a time while an evaluation takes long', () => {
		const slowly = `{{ (() => {
			for (const until = Date.now() + 6; Date.now() < until; );
			return $json.Name.toUpperCase();
		})() }}`;
		const n8n = evaluation(rows.slice(0, 50));
		const read = evaluator(n8n, slowly);

		expect(rows.slice(0, 50).map((_, row) => read(row))).toEqual(names.slice(0, 50));
		expect(n8n.asked).toHaveLength(50);
	});

	it.each([
		[
			'throws',
			() => {
				throw new Error('Not for many rows');
			},
		],
		['gives no list', () => 'Person 1'],
		['gives too few answers', () => [[1, 'Person 1']]],
		['gives the values of another row', (answers: unknown) => Array(answers).flat().reverse()],
	])('asks for one row at a time where n8n %s', (_, answer: (answers: unknown) => unknown) => {
		const n8n = evaluation(rows);
		const evaluate = (asked: string, row: number) => {
			const value = n8n.evaluate(asked, row);
			return asked === expression ? value : answer(value);
		};
		const read = evaluator({ ...n8n, evaluate }, expression);

		expect(rows.map((_, row) => read(row))).toEqual(names);
		expect(counts(n8n.asked).filter((count) => count > 1)).toEqual([2]);
	});

	it('asks for one row at a time where another field may change the row', () => {
		const n8n = evaluation(rows, { contacts: { value: ['={{ $json.tags.sort()[0] }}'] } });

		expect(readAll(n8n, expression)).toEqual(names);
		expect(n8n.asked).toHaveLength(rows.length);
	});

	it('asks for the rows by themselves that throw, or give an object', () => {
		const some = rows.map((row) => (row.number % 10 === 3 ? { ...row, Name: null } : row));
		const n8n = evaluation(some);
		const read = evaluator(n8n, '{{ $json.number % 10 === 5 ? $json : $json.Name.trim() }}');

		expect(some.map((_, row) => read(row))).toEqual(
			some.map((row) => (row.number % 10 === 5 ? row : (row.Name ?? undefined))),
		);
		expect(n8n.asked.length).toBeLessThan(rows.length / 2);
	});

	it('asks for one row at a time where the expression does more than read the row', () => {
		const n8n = evaluation(rows);

		expect(readAll(n8n, '{{ $item($itemIndex).$json.Name + $itemIndex }}')).toEqual(
			rows.map(({ Name }, row) => Name + row),
		);
		expect(counts(n8n.asked).every((count) => count === 1)).toBe(true);
	});
});
