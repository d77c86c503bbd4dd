import type { Row, RowValues } from '../contacts/columns';
import { automaticMapping } from '../contacts/columns';
import { CONTACT_PROPERTIES } from '../contacts/properties';
import type { Problem } from '../contacts/reading';
import type { RunContext } from './context';
import { setting } from './setting';

/** The values of a row by property, or why its columns cannot be told apart. */
export type ValuesOfRow = (row: Row, index: number) => RowValues | Problem[];

/**
 * How the resource mapper `contacts` gets the 13 properties out of a row. Only the stored mapping counts:
 * its schema may be missing or older than the properties of today.
 */
export function contactValues(context: RunContext): ValuesOfRow {
	const stored = context.raw('contacts', {}) as { mappingMode?: string; value?: unknown } | null;
	if (stored?.mappingMode === 'autoMapInputData') return automaticMapping();
	const mapping = (stored?.value ?? {}) as Record<string, unknown>;
	const isMapped = (name: string) => Object.hasOwn(mapping, name) && (mapping[name] ?? '') !== '';
	const sources = CONTACT_PROPERTIES.filter(({ name }) => isMapped(name)).map(({ name }) => ({
		name,
		source: setting(context, mapping[name]),
	}));
	return (row, index) => {
		const values: RowValues = new Map();
		for (const { name, source } of sources) values.set(name, source.of(row, index));
		return values;
	};
}
