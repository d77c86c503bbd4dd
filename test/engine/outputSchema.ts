import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A JSON Schema, as far as the previews of outputs use it. */
export interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** Where n8n looks: beside the built node, in the folder of the node's version. */
const folderOf = (node: string) =>
	path.resolve(__dirname, '../../dist/nodes', node, '__schema__/v1.0.0');

/** The files in it, as `resource/operation`. */
export const schemaFiles = (node: string): string[] =>
	readdirSync(folderOf(node), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.slice(0, -'.json'.length))
		.sort();

export const schemaOf = (node: string, file: string): Schema =>
	JSON.parse(readFileSync(path.join(folderOf(node), `${file}.json`), 'utf8'));

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return typeof value;
}

const fits = (type: string, value: unknown) =>
	type === 'integer' ? Number.isInteger(value) : type === typeOf(value);

const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object';

/** Where a value is not as the schema says. @param others fields beside those of the schema */
export function differences(
	{ type, properties, items }: Schema,
	value: unknown,
	others: string[] = [],
	at = '',
): string[] {
	if (![type].flat().some((one) => fits(one, value))) return [`${at} is of type ${typeOf(value)}`];
	if (Array.isArray(value) && items) {
		return value.flatMap((one) => differences(items, one, [], `${at}[]`));
	}
	if (!isObject(value) || !properties) return [];
	return Object.entries(value).flatMap(([name, inside]) => {
		const schema = properties[name];
		if (schema) return differences(schema, inside, [], `${at}.${name}`);
		return others.includes(name) ? [] : [`${at}.${name} is not in the schema`];
	});
}

/** The parts of the schema that no value has, with the first of their types, which is the one the editor shows. */
export function unseen(
	{ type, properties = {}, items }: Schema,
	values: unknown[],
	at = '',
): string[] {
	const [shown = ''] = [type].flat();
	const given = values.filter((value) => fits(shown, value));
	if (given.length === 0) return [`${at} is never of type ${shown}`];
	const inside = (name: string) => given.filter(isObject).map((value) => value[name]);
	return [
		...Object.entries(properties).flatMap(([name, schema]) =>
			unseen(schema, inside(name), `${at}.${name}`),
		),
		...(items ? unseen(items, given.filter(Array.isArray).flat(), `${at}[]`) : []),
	];
}
