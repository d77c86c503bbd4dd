import { borrowers } from '../../rows';
import type { FaultKind } from '../../sandbox';
import { keyAndSecret } from '../builders';
import { newStore } from '../n8n/run';
import { leaksOf, secretsOf } from './leaks';
import { closedPort, edit, useWorld } from './world';

const world = useWorld();
const { sandbox, planRequests, signedIn } = world;
const rows = borrowers(2);

const KINDS: FaultKind[] = [
	...(['hangUpBefore', 'hangUpAfter', '429', '500', '502', '503', '504', 'redirect'] as const),
	...(['html', 'empty', 'truncated', 'wrongEnvelope', 'http403'] as const),
];

const trouble = (kind: FaultKind) =>
	sandbox().misbehave({ on: 'token', kind, times: 4, location: `${sandbox().url}/elsewhere` });

/** Without a token no plan can have been sent, so nothing about the plan is unknown. */
describe('No token to be had', () => {
	it.each(KINDS)('%s: the plan was certainly not created', async (kind) => {
		trouble(kind);
		const { error } = await world.createWith(await newStore(keyAndSecret(sandbox())), rows);

		expect(planRequests()).toEqual([]);
		expect(error?.message).toMatch(/\. Plan '[^']+' \(2 contacts\) was not created$/);
	});

	it.each(KINDS)('%s: the same rows are sent when all is well again', async (kind) => {
		trouble(kind);
		const store = await newStore(keyAndSecret(sandbox()));
		await world.createWith(store, rows);
		// Whatever the node did not use up of the trouble is used up here.
		for (let left = 4 - sandbox().tokenRequests; left > 0; left--) {
			await fetch(`${sandbox().url}/service/cloud/auth`, { method: 'POST' }).catch(() => undefined);
		}
		const { plans } = await world.createWith(store, rows);

		expect(plans).toMatchObject([{ status: 'created', contactsSent: 2 }]);
		expect(sandbox().maxCalls()).toBe(1);
	});

	it('503 while an expired token is renewed: the plan was certainly not created', async () => {
		const store = await signedIn();
		sandbox().expireTokens('body401');
		trouble('503');
		const { error } = await world.createWith(store, rows);

		expect(sandbox().plans).toEqual([]);
		expect(error?.message).toMatch(/\. Plan '[^']+' \(2 contacts\) was not created$/);
	});

	it('a refused connection: the plan was not created, and is sent when all is well again', async () => {
		const store = await newStore({ ...keyAndSecret(sandbox()), baseUrl: await closedPort() });
		const { error } = await world.createWith(store, rows);
		expect(error?.message).toMatch(/refused the connection.*was not created/);

		edit(store, { baseUrl: sandbox().url });
		const { plans } = await world.createWith(store, rows);
		expect(plans).toMatchObject([{ status: 'created', contactsSent: 2 }]);
	});

	it.each(KINDS)('%s: key and secret stay secret', async (kind) => {
		trouble(kind);
		const result = await world.createWith(await newStore(keyAndSecret(sandbox())), rows);
		const mobiles = rows.map(({ Mobile }) => Mobile);

		expect(leaksOf(result, secretsOf(sandbox(), mobiles))).toEqual([]);
	});
});
