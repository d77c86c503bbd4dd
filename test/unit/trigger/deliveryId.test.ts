import fc from 'fast-check';
import { deliveryId, seriesOf } from '../../../nodes/AiRudderTrigger/deliveryId';
import { EVENTS } from '../../../nodes/AiRudderTrigger/events';

const bytes = (text: string) => Buffer.from(text);
const event = fc.constantFrom(...EVENTS);

describe('A delivery id', () => {
	it('is the same for the same bytes at the same address', () => {
		fc.assert(
			fc.property(event, fc.uint8Array(), (which, body) => {
				expect(deliveryId(which, body)).toBe(deliveryId(which, Uint8Array.from(body)));
				expect(deliveryId(which, body)).toMatch(/^[\da-f]{32}$/);
			}),
		);
	});

	it('differs when a byte or the event differs', () => {
		fc.assert(
			fc.property(event, event, fc.json(), fc.json(), (one, other, first, second) => {
				fc.pre(one !== other || first !== second);
				expect(deliveryId(one, bytes(first))).not.toBe(deliveryId(other, bytes(second)));
			}),
		);
	});

	it('keeps numbers apart that are the same once JSON is parsed', () => {
		const ids = ['9007199254740993', '9007199254740992'].map((id) =>
			deliveryId('call', bytes(`{"id":${id}}`)),
		);
		expect(ids[0]).not.toBe(ids[1]);
	});
});

describe('A series', () => {
	const status = { workflow_id: 'w1', workflow_name: 'Reminder', status: 'running', actions: [] };

	it('holds the status notifications of one workflow', () => {
		expect(seriesOf('workflow', status)).toMatch(/^[\da-f]{16}$/);
		expect(seriesOf('workflow', { ...status, status: 'paused' })).toBe(
			seriesOf('workflow', status),
		);
		expect(seriesOf('workflow', { ...status, workflow_id: 'w2' })).not.toBe(
			seriesOf('workflow', status),
		);
	});

	it.each([
		['the same body at another address', 'call', status],
		['one call of a workflow', 'workflow', { ...status, case_id: 'c1' }],
		['the end of a chat', 'workflow', { ...status, timestamp: '1' }],
		['a body without a status', 'workflow', { workflow_id: 'w1' }],
		['a list', 'workflow', [status]],
	] as const)('does not hold %s', (_what, which, body) => {
		expect(seriesOf(which, body)).toBeUndefined();
	});
});
