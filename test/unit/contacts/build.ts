import { DateTime } from 'luxon';
import { inspect } from 'util';
import type { RowValues } from '../../../nodes/AiRudder/contacts/columns';
import { ContactList } from '../../../nodes/AiRudder/contacts/contactList';
import type { ReadyRow } from '../../../nodes/AiRudder/contacts/plans';
import { planCutter } from '../../../nodes/AiRudder/contacts/plans';
import type { Contact } from '../../../nodes/AiRudder/contacts/properties';
import type { ContactResult } from '../../../nodes/AiRudder/contacts/readContact';
import type { Problem, Reading, ReadingOptions } from '../../../nodes/AiRudder/contacts/reading';
import { bareBorrower } from '../../rows';

/** A day after the loans and due dates of `borrower()`. */
export const TODAY = '2026-03-10';

/** A time zone as the reading options speak of it, by another library than the node's. */
export const zone =
	(name: string): ReadingOptions['dayOf'] =>
	(instant) => {
		const there = DateTime.fromMillis(instant, { zone: name });
		return { day: there.toISODate() ?? '', midnight: +there === +there.startOf('day') };
	};

/** The options of a user who has set none, in a workflow of UTC. */
export const options = (changes: Partial<ReadingOptions> = {}): ReadingOptions => ({
	phoneFormat: 'auto',
	dateFormat: 'auto',
	numberFormat: 'auto',
	today: TODAY,
	dayOf: zone('UTC'),
	...changes,
});

/** The values of a good row by property; `undefined` in the changes takes a column away. */
export function values(changes: Record<string, unknown> = {}): RowValues {
	return new Map(
		Object.entries(bareBorrower(1, changes)).filter(([, value]) => value !== undefined),
	);
}

/** The value that was read. Anything else stands there as it is, so that a failing test shows it. */
export const valueOf = <T extends string | number>(reading: Reading<T>): unknown =>
	'value' in reading ? reading.value : reading;

/** @throws Error when the value was not refused */
export function reasonOf(reading: Reading): string {
	if ('reason' in reading) return reading.reason;
	throw new Error(`not refused: ${inspect(reading)}`);
}

/** Both readings of a value that was refused because it has two. */
export const readingsOf = (reading: Reading): unknown =>
	'reason' in reading && reading.readings ? reading.readings : reading;

/** The contact as it is sent. */
export const contactOf = (result: ContactResult): Contact => {
	const [sent] = 'contact' in result ? listOf([result.contact]).read() : [];
	if (sent) return sent;
	throw new Error(`rejected: ${inspect(result)}`);
};

export const problemsOf = (result: ContactResult): Problem[] =>
	'problems' in result ? result.problems : [];

export function listOf(contacts: readonly Contact[]): ContactList {
	const list = new ContactList();
	for (const contact of contacts) list.add(contact);
	return list;
}

/** The plans of these rows, not named yet. */
export function cutIntoPlans(rows: readonly ReadyRow[], contactsPerPlan: number) {
	const cutter = planCutter(contactsPerPlan);
	for (const row of rows) cutter.add(row);
	return cutter.plans();
}

/** Runs a test as if the n8n process stood in another time zone, hours east of UTC. */
export function inProcessZone(hoursEast: number, run: () => void): void {
	const offset = jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-60 * hoursEast);
	try {
		run();
	} finally {
		offset.mockRestore();
	}
}
