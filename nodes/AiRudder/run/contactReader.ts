import type { MappedRow, Row } from '../contacts/columns';
import { automaticMapping } from '../contacts/columns';
import { CONTACT_PROPERTIES } from '../contacts/properties';
import type { ContactResult } from '../contacts/readContact';
import { readContact } from '../contacts/readContact';
import { readCustom } from '../contacts/readCustom';
import type { ReadingOptions } from '../contacts/reading';
import { choice } from './choice';
import type { RunContext } from './context';
import type { Sources } from './mapping';
import { assignedSources, mapped, refuseSamePhone, refusingProto } from './mapping';
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
		read: refusingProto((row, index) => {
			const { values, problems } = map(row, index);
			const result = custom
				? readCustom(values, phoneProperty, reading)
				: readContact(values, reading);
			if (problems.length === 0) return result;
			return { problems: [...problems, ...('problems' in result ? result.problems : [])] };
		}),
	};
}

/** The resource mapper's stored mapping. Its schema may be missing, or older than today's properties. */
function collectionMapping(context: RunContext): Mapping {
	const stored = context.raw('contacts', {}) as { mappingMode?: string; value?: unknown } | null;
	if (stored?.mappingMode === 'autoMapInputData') return automaticMapping();
	const mapping = (stored?.value ?? {}) as Record<string, unknown>;
	const isMapped = (name: string) => Object.hasOwn(mapping, name) && (mapping[name] ?? '') !== '';
	const sources = CONTACT_PROPERTIES.filter(({ name }) => isMapped(name)).map(
		({ name }): Sources[number] => [name, setting(context, mapping[name])],
	);
	return eachBelow(context, sources, 'Mobile');
}

function customMapping(context: RunContext, phoneProperty: string | undefined): Mapping {
	if (choice(context, 'customMapping', ['columns', 'properties']) === 'columns') {
		return (row) => ({ values: new Map(Object.entries(row)), problems: [] });
	}
	return eachBelow(context, assignedSources(context, 'customContacts'), phoneProperty);
}

function eachBelow(
	context: RunContext,
	sources: Sources,
	phoneProperty: string | undefined,
): Mapping {
	const phone = sources.find(([name]) => name === phoneProperty)?.[1];
	refuseSamePhone(context, phoneProperty ?? '', phone);
	const valuesOf = mapped(sources);
	return (row, index) => ({ values: valuesOf(row, index), problems: [] });
}
