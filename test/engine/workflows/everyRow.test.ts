import fc from 'fast-check';
import { pairs } from '../../rows';
import type { FaultKind } from '../../sandbox';
import { processedItems } from '../n8n/processedItems';
import { ADD, CREATE, customer, useWorkflows } from './customers';

const { sandbox, create, add } = useWorkflows();

const KINDS = ['good', 'blocked', 'noNumber', 'object'] as const;

/** `blocked` are refused by the service, the last two here. */
const rowOf = (kind: (typeof KINDS)[number], number: number) =>
	customer(number, {
		...(kind === 'noNumber' ? { callee: '' } : {}),
		...(kind === 'object' ? { name: {} } : {}),
	});

const situation = fc.record({
	kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 25 }),
	contactsPerRequest: fc.integer({ min: 1, max: 6 }),
	concurrency: fc.integer({ min: 1, max: 3 }),
	fault: fc.constantFrom<FaultKind | undefined>(undefined, 'http403', 'hangUpAfter', 'html'),
	skip: fc.nat({ max: 4 }),
	adding: fc.boolean(),
	onError: fc.constantFrom('continueRegularOutput', 'continueErrorOutput'),
});

const all = (count: number) => [...Array(count).keys()];

it('every row leaves exactly once, whatever happens, and nobody is called twice', async () => {
	const property = fc.asyncProperty(situation, async (given) => {
		const { kinds, contactsPerRequest, concurrency, fault, skip, adding, onError } = given;
		sandbox().reset();
		processedItems.clear();
		if (adding) await create([customer(900)]);
		const id = sandbox().workflows[0]?.workflow_id;
		const rows = kinds.map(rowOf);
		sandbox().set({
			alsoReject: kinds.flatMap((kind, row) => (kind === 'blocked' ? [customer(row).callee] : [])),
		});
		if (fault) sandbox().misbehave({ on: adding ? ADD : CREATE, kind: fault, skip });
		const changes = { options: { contactsPerRequest, concurrency } };
		const more = { node: { onError } } as const;
		const { outputs, error } = await (adding
			? add(rows, id, changes, more)
			: create(rows, changes, more));

		expect(error).toBeUndefined();
		const [workflows = [], ...others] = outputs;
		const rowsOf = (items: typeof workflows) => items.flatMap(pairs).sort((a, b) => a - b);
		const byService = others
			.flat()
			.filter(({ json }) => (json.rejection as { by?: string } | undefined)?.by === 'service');
		const here = others.flat().filter((item) => !byService.includes(item));
		expect([...rowsOf([...workflows, ...here])]).toEqual(all(kinds.length));
		expect(rowsOf(workflows)).toEqual(expect.arrayContaining(rowsOf(byService)));
		expect(new Set(rowsOf(byService)).size).toBe(byService.length);
		expect(sandbox().maxCalls()).toBeLessThanOrEqual(1);
	});
	await fc.assert(property, { numRuns: 150 });
}, 120_000);
