import { createHash } from 'crypto';
import type { Event } from './events';

/**
 * 32 hexadecimal digits that are the same for the same body at the same address, and for nothing else.
 *
 * Made of all bytes, not of some fields: what identifies a call or a plan in a body is not known (no mark), so
 * any choice of fields could take two notifications for one. Not of the parsed JSON either, because numbers
 * with more than 15 digits come out of that as the same value.
 */
export const deliveryId = (event: Event, body: Uint8Array): string =>
	createHash('sha256').update(`${event}\n`).update(body).digest('hex').slice(0, 32);

/** All fields of "workflow status changed" (DOC). It has neither a time nor a number of its own. */
const STATUS_FIELDS = new Set(['workflow_id', 'workflow_name', 'status', 'actions']);

/**
 * What the notifications that replace each other have in common. A workflow may be running, paused and
 * running again: the third notification has the same body as the first, and is not a repeat of it.
 *
 * @returns undefined for all bodies but "workflow status changed"
 */
export function seriesOf(event: Event, body: object): string | undefined {
	if (event !== 'workflow' || !('workflow_id' in body && 'status' in body)) return undefined;
	if (Object.keys(body).some((field) => !STATUS_FIELDS.has(field))) return undefined;
	return createHash('sha256').update(String(body.workflow_id)).digest('hex').slice(0, 16);
}
