import type { PropertyName } from './properties';
import { CONTACT_PROPERTIES } from './properties';
import type { Problem } from './reading';

/** A row as it came from the node before: its columns by name. */
export type Row = Readonly<Record<string, unknown>>;

/** Values of one row by property, before they are read. A property without a column is not there. */
export type RowValues = Map<string, unknown>;

/** What a mapping found in a row. Problems are those of its columns, not of their values. */
export interface MappedRow {
	values: RowValues;
	problems: Problem[];
}

const normalise = (column: string) => column.toLowerCase().replace(/[\s_-]+/g, '');

const PROPERTY_OF: ReadonlyMap<string, PropertyName> = new Map(
	CONTACT_PROPERTIES.map(({ name }) => [normalise(name), name]),
);

/**
 * Automatic mapping: finds the column of each property by name, ignoring case, spaces, `_` and `-`.
 * Other columns are left out. Two columns for one property are a problem that names both.
 *
 * @returns a function, so that each column name is compared once and not once a row
 */
export function automaticMapping(): (row: Row) => MappedRow {
	const known = new Map<string, PropertyName | undefined>();
	return (row) => {
		const values: RowValues = new Map();
		const problems: Problem[] = [];
		for (const column of Object.keys(row)) {
			let property = known.get(column);
			if (property === undefined && !known.has(column)) {
				property = PROPERTY_OF.get(normalise(column));
				known.set(column, property);
			}
			if (property === undefined) continue;
			if (values.has(property)) problems.push(twoColumns(row, property, column));
			else values.set(property, row[column]);
		}
		return { values, problems };
	};
}

function twoColumns(row: Row, property: PropertyName, second: string): Problem {
	const first = Object.keys(row).find((column) => PROPERTY_OF.get(normalise(column)) === property);
	return {
		property,
		value: row[second],
		reason: `The columns '${first}' and '${second}' both match. Rename one, or map each column yourself`,
	};
}

/** Steps from a row to a value: `$json.properties.phone` is `['properties', 'phone']`. */
type ColumnPath = readonly string[];

const COLUMN_EXPRESSION =
	/^=\s*\{\{\s*\$json((?:\s*(?:\??\.[A-Za-z_$][\w$]*|\[[^\]]*\]))+)\s*\}\}\s*$/;
const STEP = /\??\.([A-Za-z_$][\w$]*)|\[\s*(?:(\d+)|"([^"\\]*)"|'([^'\\]*)')\s*\]/y;

/**
 * The path of a mapping that only names a column, as drag and drop writes it (`={{ $json.Phone }}`,
 * `={{ $json["Loan Date"] }}`, `={{ $json.properties.phone }}`); undefined for a real expression.
 * Such a mapping is read from the row itself: through n8n's evaluator 10,000 rows of 13 columns take
 * 81 s, this way 0.1 s.
 */
export function columnPath(expression: string): ColumnPath | undefined {
	const steps = COLUMN_EXPRESSION.exec(expression)?.[1];
	if (steps === undefined) return undefined;
	const path: string[] = [];
	const text = steps.trim();
	STEP.lastIndex = 0;
	while (STEP.lastIndex < text.length) {
		const step = STEP.exec(text);
		if (!step) return undefined;
		path.push(step[1] ?? step[2] ?? step[3] ?? step[4] ?? '');
	}
	return path;
}

/** What a path cannot be read from: a text, a date… whose properties n8n's evaluator knows. */
export const NOT_PLAIN = Symbol('not a plain object');

/** The value at a path, own properties alone; undefined where a step is missing. */
export function valueAt(row: Row, path: ColumnPath): unknown {
	let value: unknown = row;
	for (const step of path) {
		if (value === undefined || value === null) return undefined;
		if (!isPlain(value)) return NOT_PLAIN;
		if (!Object.hasOwn(value, step)) return undefined;
		value = value[step];
	}
	return value;
}

/** A list, or an object whose prototype is the root of all objects, of whatever realm. */
function isPlain(value: unknown): value is Row {
	if (typeof value !== 'object' || value === null) return false;
	if (Array.isArray(value)) return true;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}
