import type { Row, RowValues } from '../contacts/columns';
import { automaticMapping } from '../contacts/columns';
import { CONTACT_PROPERTIES } from '../contacts/properties';
import type { ContactResult } from '../contacts/readContact';
import { readContact } from '../contacts/readContact';
import { PROTO, readCustom } from '../contacts/readCustom';
import type { Problem, ReadingOptions } from '../contacts/reading';
import type { RunContext } from './context';
import type { Setting } from './setting';
import { setting } from './setting';

/** How rows become contacts, as the node's parameters say. */
export interface ContactReader {
	read(row: Row, index: number): ContactResult;
	/** The property that holds the phone number; undefined when the user did not name it. */
	phoneProperty: string | undefined;
}

type ValuesOfRow = (row: Row, index: number) => RowValues | Problem[];

export function contactReader(context: RunContext, reading: ReadingOptions): ContactReader {
	const custom = context.parameter<string>('contactType', 'collection') === 'custom';
	const phoneProperty = custom
		? context.parameter('phoneProperty', '').trim() || undefined
		: 'Mobile';
	const valuesOf = custom ? customValues(context) : collectionValues(context);
	return {
		phoneProperty,
		read(row, index) {
			if (Object.hasOwn(row, '__proto__')) return { problems: [protoColumn(row)] };
			const values = valuesOf(row, index);
			if (Array.isArray(values)) return { problems: values };
			return custom ? readCustom(values, phoneProperty, reading) : readContact(values, reading);
		},
	};
}

const protoColumn = (row: Row): Problem => ({
	property: '__proto__',
	value: row['__proto__'],
	reason: PROTO,
});

/** The resource mapper's stored mapping. Its schema may be missing, or older than today's properties. */
function collectionValues(context: RunContext): ValuesOfRow {
	const stored = context.raw('contacts', {}) as { mappingMode?: string; value?: unknown } | null;
	if (stored?.mappingMode === 'autoMapInputData') return automaticMapping();
	const mapping = (stored?.value ?? {}) as Record<string, unknown>;
	const isMapped = (name: string) => Object.hasOwn(mapping, name) && (mapping[name] ?? '') !== '';
	return mappedValues(
		CONTACT_PROPERTIES.filter(({ name }) => isMapped(name)).map(({ name }) => [
			name,
			setting(context, mapping[name]),
		]),
	);
}

interface Assignments {
	assignments?: Array<{ name?: unknown; value?: unknown }>;
}

function customValues(context: RunContext): ValuesOfRow {
	if (context.parameter<string>('customMapping', 'columns') === 'columns') {
		return (row) => new Map(Object.entries(row));
	}
	const { assignments = [] } = context.raw('customContacts', {}) as Assignments;
	return mappedValues(
		assignments
			.filter(({ name }) => typeof name === 'string' && name !== '' && name !== '__proto__')
			.map(({ name, value }) => [String(name), setting(context, value)]),
	);
}

const mappedValues =
	(sources: Array<[string, Setting]>): ValuesOfRow =>
	(row, index) =>
		new Map(sources.map(([name, source]) => [name, source.of(row, index)]));
