import type { IDataObject } from 'n8n-workflow';
import { withCredential } from '../../../scripts/open/example.mjs';
import { assignments, createPlan } from '../../engine/builders.ts';
import {
	aiRudder,
	chain,
	getToken,
	manualStart,
	ran,
	rowNodes,
	start,
	unique,
} from '../workflows.mts';
import { useStage } from '../world.mts';

const stage = useStage('expressions');

const rows = Array.from({ length: 100 }, (_, number) => ({
	Mobile: `+62811${1_000_000 + number}`,
	Name: number % 7 === 3 ? null : `person ${number} {{ $json.Mobile }} }}`,
	Phone: `0812-34 ${number}`,
	Amount: number % 9 === 4 ? `${number}` : number * 1000.5,
	Due: `2026-12-${String((number % 28) + 1).padStart(2, '0')}`,
	Tags: number % 5 === 2 ? [] : [`a${number}`, `b${number}`],
	loan: { id: number },
	// Sorted, the first 40 rows have none.
	...(number < 60 ? { Extra: `extra ${number}` } : {}),
}));

/** Texts, of which some rows have none. None may change a row: all would be evaluated row by row then. */
const expressions = [
	'{{ $json.Name.toUpperCase() }}',
	'{{ $json.Name?.toTitleCase() }}',
	'Mr {{ $json.Name }}, due {{ $json.Due }}',
	'{{ $json.Phone }}/{{ $json.Tags[0] }}{{ $json.loan.id }}',
	'{{ "+62" + $json.Phone.replace(/^0|\\D/g, "") }}',
	'{{ `${$json.Name} ${$json.loan.id}` }}',
	'{{ $json?.Extra ?? "none" }}',
	'Dear {{ $json?.Extra || "customer" }}',
	'{{ ({ ...$json }).Extra || "none" }}',
	'{{ $json.Amount.toFixed(2) }}',
	'{{ $json.Amount > 50000 ? "large" : "small" }}',
	'{{ $json.Due.toDateTime().plus({ days: 7 }).toFormat("dd.MM.yyyy") }}',
	'{{ DateTime.fromISO($json.Due).setZone("Asia/Jakarta").toISODate() }}',
	'{{ $json.Tags.join(" and ") }}',
	'{{ $json.Tags.map((tag) => tag + $json.loan.id).join() }}',
	'{{ Object.keys($json).filter((name) => /^[A-Z]/.test(name)).join() }}',
	'{{ JSON.stringify($json.loan) }}',
	'{{ $json.Name?.length ? $json.Name : "nobody" }}',
	'{{ $json.Phone, $json.Due }} // in this order',
	'{{ "row " + $itemIndex }}',
	'{{ $input.item.json.Phone + "" }}',
	'{{ $("Split Out").item.json.Phone }}/{{ $itemIndex }}',
	'{{ $("Split Out").item.json.Name?.trim() }}',
	'{{ $("Split Out").itemMatching($itemIndex).json.Phone }}',
	'{{ $node["Split Out"].json.Phone }}',
];

const named = (prefix: string) =>
	Object.fromEntries(expressions.map((one, number) => [`${prefix}${number}`, `=${one}`]));

/** The number of a row is another one behind this node. */
const backwards = {
	name: 'Sort',
	type: 'n8n-nodes-base.sort',
	typeVersion: 1,
	parameters: { sortFieldsUi: { sortField: [{ fieldName: 'Mobile', order: 'descending' }] } },
};

/** n8n's own node that evaluates expressions, for each row by itself. */
const editFields = {
	name: 'Edit Fields',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: assignments(named('alone')),
		includeOtherFields: true,
		options: { ignoreConversionErrors: true },
	},
};

it.each(['separate', 'combined'])(
	'gives each row what Edit Fields gives it, binary data %s',
	async (binaryMode) => {
		const create = createPlan({
			contactType: 'custom',
			customMapping: 'properties',
			phoneProperty: 'Mobile',
			customContacts: assignments({ Mobile: '={{ $json.Mobile }}', ...named('here') }),
		});
		const nodes = [manualStart, ...rowNodes(rows), backwards, editFields, aiRudder(create)];
		const { api, sandbox, credential } = stage;
		const flow = chain(`${unique} expressions ${binaryMode}`, nodes);
		const workflow = await api.putWorkflow(
			withCredential({ ...flow, settings: { ...flow.settings, binaryMode } }, credential),
		);
		await getToken(stage);
		const { status, error, runData } = ran(await api.runWorkflow(workflow, start));

		expect([status, error?.message, error?.description]).toEqual(['success', undefined, undefined]);
		const alone = (runData['Edit Fields']?.[0]?.data?.main[0] ?? []).map(({ json }) => json);
		const here = sandbox.requests.flatMap(
			({ body }) => (body as { Details?: IDataObject[] } | undefined)?.Details ?? [],
		);
		const values = (json: IDataObject | undefined, prefix: string) =>
			expressions.map((_, number) => json?.[`${prefix}${number}`] || '');
		expect(new Set(here.flatMap((json) => values(json, 'here'))).size).toBeGreaterThan(1_000);
		expect(here).toHaveLength(rows.length);
		expect(here.map((json) => values(json, 'here'))).toEqual(
			alone.map((json) => values(json, 'alone')),
		);
	},
);
