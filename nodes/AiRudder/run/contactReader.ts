import { NodeOperationError } from 'n8n-workflow';
import type { MappedRow, Row } from '../contacts/columns';
import { automaticMapping } from '../contacts/columns';
import { CONTACT_PROPERTIES } from '../contacts/properties';
import type { ContactResult } from '../contacts/readContact';
import { readContact } from '../contacts/readContact';
import { PROTO, readCustom } from '../contacts/readCustom';
import type { Problem, ReadingOptions } from '../contacts/reading';
import { choice } from './choice';
import type { RunContext } from './context';
import type { Setting } from './setting';
import { setting } from './setting';

/** How rows become contacts, as the node's parameters say. */
export interface ContactReader {
	read(row: Row, index: number): ContactResult;
	/** The property that holds the phone number; undefined when the user did not name it. */
	phoneProperty: string | undefined;
}

type Mapping = (row: Row, index: number) => MappedRow;

export function contactReader(context: RunContext, reading: ReadingOptions): ContactReader {
	const custom = choice(context, 'contactType', ['collection', 'custom']) === 'custom';
	const phoneProperty = custom
		? context.parameter('phoneProperty', '').trim() || undefined
		: 'Mobile';
	const map = custom ? customMapping(context, phoneProperty) : collectionMapping(context);
	return {
		phoneProperty,
		read(row, index) {
			if (Object.hasOwn(row, '__proto__')) return { problems: [protoColumn(row)] };
			const { values, problems } = map(row, index);
			const result = custom
				? readCustom(values, phoneProperty, reading)
				: readContact(values, reading);
			if (problems.length === 0) return result;
			return { problems: [...problems, ...('problems' in result ? result.problems : [])] };
		},
	};
}

const protoColumn = (row: Row): Problem => ({
	property: '__proto__',
	value: row['__proto__'],
	reason: PROTO,
});

/** The resource mapper's stored mapping. Its schema may be missing, or older than today's properties. */
function collectionMapping(context: RunContext): Mapping {
	const stored = context.raw('contacts', {}) as { mappingMode?: string; value?: unknown } | null;
	if (stored?.mappingMode === 'autoMapInputData') return automaticMapping();
	const mapping = (stored?.value ?? {}) as Record<string, unknown>;
	const isMapped = (name: string) => Object.hasOwn(mapping, name) && (mapping[name] ?? '') !== '';
	const sources = CONTACT_PROPERTIES.filter(({ name }) => isMapped(name)).map(
		({ name }): [string, Setting] => [name, setting(context, mapping[name])],
	);
	return eachBelow(context, sources, 'Mobile');
}

interface Assignments {
	assignments?: Array<{ name?: unknown; value?: unknown }>;
}

function customMapping(context: RunContext, phoneProperty: string | undefined): Mapping {
	if (choice(context, 'customMapping', ['columns', 'properties']) === 'columns') {
		return (row) => ({ values: new Map(Object.entries(row)), problems: [] });
	}
	const { assignments = [] } = context.raw('customContacts', {}) as Assignments;
	const sources = assignments
		.filter(({ name }) => typeof name === 'string' && name !== '')
		.map(({ name, value }): [string, Setting] => [String(name), setting(context, value)]);
	return eachBelow(context, sources, phoneProperty);
}

function eachBelow(
	context: RunContext,
	sources: Array<[string, Setting]>,
	phoneProperty: string | undefined,
): Mapping {
	const phone = sources.find(([name]) => name === phoneProperty)?.[1];
	if (phone?.fixed && context.rows.length > 1) throw samePhone(context, phoneProperty);
	return (row, index) => ({
		values: new Map(sources.map(([name, source]) => [name, source.of(row, index)])),
		problems: [],
	});
}

/** `$('Sheet').first()` in place of `$json` would call one person once for every row. */
const samePhone = (context: RunContext, property = '') =>
	new NodeOperationError(context.node, `'${property}' is the same phone number for all rows`, {
		description: `Map the column that holds each row's own number, e.g. {{ $json.${property} }}`,
		itemIndex: context.firstItem,
	});
