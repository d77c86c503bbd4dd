import type { ExpiryKind, FaultKind } from '../../sandbox';
import { STRATEGY } from '../builders';
import { newStore } from '../n8n/run';
import { openDropDown } from './dropDown';
import { pasted, sessionTokenOf, useWorld } from './world';

const { sandbox, signedIn, storedToken } = useWorld();

const lists = () => sandbox().requests.filter(({ method }) => method === 'GET');

describe('The drop-down of strategies', () => {
	it.each<ExpiryKind>(['http401', 'body401'])(
		'renews an expired token (%s) once and stores it',
		async (kind) => {
			const store = await signedIn();
			sandbox().expireTokens(kind);
			const { results } = await openDropDown(store, {}, STRATEGY);

			expect(results).toEqual([{ name: STRATEGY, value: STRATEGY }]);
			expect(lists().length).toBe(2);
			expect(sandbox().tokenRequests).toBe(1);
			expect(sessionTokenOf(store)).toBe(storedToken());
		},
	);

	it('says that a pasted token has expired', async () => {
		const store = await newStore(pasted(sandbox()));
		sandbox().expireTokens('body401');

		await expect(openDropDown(store, {}, STRATEGY)).rejects.toThrow(/token has expired/);
		expect(lists().length).toBe(1);
	});

	it.each<FaultKind>(['429', '503', 'hangUpBefore'])('asks again after %s', async (kind) => {
		sandbox().misbehave({ on: 'strategies', kind, times: 2 });
		const { results } = await openDropDown(await signedIn(), {}, STRATEGY);

		expect(results).toHaveLength(1);
		expect(lists().length).toBe(3);
	});
});
