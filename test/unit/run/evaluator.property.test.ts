import fc from 'fast-check';
import type { Row } from '../../../nodes/AiRudder/contacts/columns';
import { evaluator } from '../../../nodes/AiRudder/run/evaluator';
import { evaluation } from './evaluation';

const value = fc.oneof(
	{ weight: 4, arbitrary: fc.string({ maxLength: 8 }) },
	{
		weight: 2,
		arbitrary: fc.constantFrom('{{', '}}', '0812 34', '+62811', "O'Neil", '2026-12-01'),
	},
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constantFrom(null, undefined),
	fc.record({ first: fc.string({ maxLength: 4 }) }),
	fc.array(fc.integer(), { maxLength: 3 }),
);
const row: fc.Arbitrary<Row> = fc.record(
	{ Name: value, Phone: value, Amount: value, 'Due Date': value, Tags: fc.array(value) },
	{ requiredKeys: [] },
);
/** The same row several times in a row, too: what is wrong shows only where rows differ. */
const rows = fc
	.array(fc.tuple(row, fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 12 })
	.map((parts) =>
		parts.flatMap(([one, times]) => Array.from({ length: times }, () => structuredClone(one))),
	);

/** Rows and columns that differ only after the first 40. */
const alikeAtFirst: Row[] = Array.from({ length: 80 }, (_, number) =>
	number < 40
		? { Name: '1', Phone: '1', Amount: '1', 'Due Date': '1', Tags: ['1'] }
		: {
				Name: `n${number}`,
				Phone: `p${number}`,
				Amount: number,
				'Due Date': `${number}`,
				Tags: [],
			},
);

const emptyAtFirst = alikeAtFirst.map((one, number) => (number < 40 ? {} : one));

/** Codes as people write them, of a row's columns and of more. Some throw for some rows, or for all. */
const codes = [
	'$json.Name',
	' $json.Name.toUpperCase() ',
	'$json["Due Date"].slice(0, 4)',
	'"+62" + $json.Phone.replace(/^0|\\D+$/g, "")',
	'`${$json.Name} ${ $json.Amount }`',
	'$json.Amount > 1000 ? "large" : $json.Amount',
	'$json.Amount * 2',
	'-$json.Amount',
	'$json.Name?.first ?? $json.Name ?? "nobody"',
	'$json?.Name ?? "customer"',
	'({ ...$json }).Name',
	'$json.isEmpty()',
	'$json.Amount / 0',
	'$json.Name.first.toUpperCase()',
	'$json.Name.toTitleCase()',
	'$json.Name.isEmpty()',
	'$json.Amount.round(1)',
	'$json["Due Date"].toDateTime().toFormat("yyyy")',
	'DateTime.fromISO($json["Due Date"]).toISODate()',
	'DateTime.fromISO("2026-11-01")',
	'$if($json.Amount, 1, 0)',
	'$max(1, $json.Amount)',
	'JSON.stringify($json)',
	'Object.keys($json).join()',
	'$json',
	'{ a: $json.Name }',
	'({ a: $json.Name }).a',
	'$json.Name, $json.Phone',
	'$json.Name // the name',
	'$json.Name /* } the name */',
	'$json.Name; $json.Phone',
	'$json.Name\n$json.Phone',
	'(() => { const { Name } = $json; return Name; })()',
	'[$json].map(({ Name }) => Name)[0]',
	'[1, 2].map(($json) => $json).join()',
	'offset',
	'error',
	'typeof v + typeof offset + $json.Name',
	'$json.Name = "changed"',
	'$json.Amount++',
	'--$json.Amount',
	'$json.Amount += 1',
	'$json.Amount >>= 1',
	'$json.Amount >= 1 || $json.Amount <= -1',
	'delete $json.Name',
	'$json.Tags.shift()',
	'$json.Tags["pop"]()',
	'$json.Tags.reverse().join()',
	'$json.Tags.map((tag) => tag === 1).join()',
	'$json.Name\\',
	'"\\}} and " + $json.Name',
	'$json.toString.call($json)',
	'undefined',
	'null',
	'0',
	'false',
	'""',
	'() => $json.Name',
	'$json.Name.constructor',
	'$json.',
	'$json.Name) || ($json.Phone',
	'$json.Name], [$json.Phone',
	"'}' + $json.Name",
	'(() => { throw new Error("no " + $json.Name); })()',
	'$itemIndex',
	'$json.Name + $itemIndex',
	'$input.item.json.Name',
	'$("Rows").item.json.Name',
	"$('Rows') . item.json['Due Date'] + $json.Name",
	'$("Rows").item',
	'$("Rows").item?.json.Name',
	'$("Rows")?.item.json.Name',
	'$("Rows").items',
	'$("Rows").item(0).json.Name',
	'$("Rows").itemMatching(0).json.Name',
	'$("Rows").pairedItem().json.Name',
	'$("Nobody").item.json.Name',
	'"$(\'Rows\').item" + $json.Name',
	'$node["Rows"].json.Name',
	'$input.item.json',
	'$input . item . json . Name',
	'[1].map(($json) => $input.item.json.Name)[0]',
	'[1].map(($itemIndex) => $json.Name + $itemIndex)[0]',
	'[0].map(($itemIndex) => $("Rows").item.json.Name)[0]',
	'$("Rows").first().json.Name + $json.Name',
	'$item(0).$json.Name',
	'this.$json.Name',
	'(() => arguments.length + $json.Name)()',
	'$data.Name',
	'$notThere',
	'notThere',
] as const;

const code = fc.constantFrom(...codes);
const text = fc.oneof(
	fc.constantFrom('', ' ', ' and ', '\n', '{', '}', '\\', '"', "'", '`', '$', '${', '\\{{', '}}'),
	fc.string({ maxLength: 4 }),
);
const template = fc
	.array(
		fc.tuple(
			text,
			// As a text, a function is its source, in which n8n's names for columns show.
			code.filter((one) => !one.startsWith('() =>')).map((one) => `{{${one}}}`),
		),
		{ minLength: 1, maxLength: 3 },
	)
	.chain((parts) => text.map((end) => parts.flat().join('') + end));

const outcome = (work: () => unknown): unknown => {
	try {
		return { value: work() };
	} catch (error) {
		return { error: String(error) };
	}
};

/** What n8n gives for each of these rows by itself, and what the evaluators give, field by field. */
function compare(
	all: Row[],
	expressions: string[],
	wanted: number[] = all.map((_, index) => index),
): void {
	const parameters = Object.fromEntries(expressions.map((one) => [one, `=${one}`]));
	const alone = evaluation(structuredClone(all), parameters);
	const n8n = evaluation(structuredClone(all), parameters);
	const read = expressions.map((one) => evaluator(n8n, one));
	const perRow = (field: (number: number, row: number) => unknown) =>
		wanted.map((row) => expressions.map((_, number) => outcome(() => field(number, row))));
	expect(perRow((number, row) => read[number]?.(row))).toStrictEqual(
		perRow((number, row) => alone.evaluate(expressions[number] ?? '', row)),
	);
}

describe('An expression evaluated for several rows at a time', () => {
	it.each(codes)('gives each row what n8n gives it: {{%s}}', (one) => {
		fc.assert(
			fc.property(rows, (all) => compare(all, [`{{${one}}}`])),
			{ numRuns: 5, examples: [[alikeAtFirst], [emptyAtFirst]] },
		);
	});

	it('gives each row what n8n gives it, whatever the template', () => {
		fc.assert(
			fc.property(rows, template, (all, expression) => compare(all, [expression])),
			{ numRuns: 300 },
		);
	});

	it('gives each row what n8n gives it when rows in between are left out', () => {
		const someRows = rows.chain((all) =>
			fc.tuple(fc.constant(all), fc.subarray(all.map((_, index) => index))),
		);
		fc.assert(
			fc.property(someRows, code, ([all, wanted], one) => compare(all, [`{{${one}}}`], wanted)),
			{ numRuns: 200 },
		);
	});

	it('gives each row what n8n gives it, whatever other fields do to the row', () => {
		const several = fc.array(
			code.map((one) => `{{${one}}}`),
			{ minLength: 2, maxLength: 4 },
		);
		fc.assert(
			fc.property(rows, several, (all, expressions) => compare(all, expressions)),
			{ numRuns: 200 },
		);
	});
});
