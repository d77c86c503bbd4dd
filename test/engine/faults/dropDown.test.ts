import { LoadOptionsContext } from 'n8n-core';
import type { INode, INodeListSearchResult, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import type { ExpiryKind, FaultKind } from '../../sandbox';
import { createPlan, STRATEGY } from '../builders';
import type { StoredCredentials } from '../n8n/credentials';
import { newStore, ourPackage } from '../n8n/run';
import { markOf, pasted, sessionTokenOf, signedIn, useWorld } from './world';

const { sandbox } = useWorld();

let mark: string;
beforeAll(async () => {
	mark = await markOf(sandbox());
	sandbox().reset();
});

/** Opens the drop-down of the parameter Strategy, as n8n's editor does. */
async function openDropDown(store: StoredCredentials): Promise<INodeListSearchResult> {
	const { node: type, nodeTypes } = await ourPackage();
	const node: INode = {
		id: 'b',
		name: 'AI Rudder',
		type: 'n8n-nodes-airudder.aiRudder',
		typeVersion: 1,
		position: [0, 0],
		parameters: createPlan() as INode['parameters'],
		credentials: { aiRudderApi: { id: '1', name: 'AI Rudder' } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additional = { credentialsHelper: store } as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, node, additional, 'strategy');
	const search = type.methods?.listSearch?.searchStrategies;
	if (!search) throw new Error('No search');
	return await search.call(context, STRATEGY);
}

const lists = () => sandbox().requests.filter(({ method }) => method === 'GET');

describe('The drop-down of strategies', () => {
	it.each<ExpiryKind>(['http401', 'body401'])(
		'renews an expired token (%s) once and stores it',
		async (kind) => {
			const store = await signedIn(sandbox(), mark);
			sandbox().expireTokens(kind);
			const { results } = await openDropDown(store);

			expect(results).toEqual([{ name: STRATEGY, value: STRATEGY }]);
			expect(lists().length).toBe(2);
			expect(sandbox().tokenRequests).toBe(1);
			expect(sessionTokenOf(store)).toBe(`${mark}:${sandbox().issueToken()}`);
		},
	);

	it('says that a pasted token has expired', async () => {
		const store = await newStore(pasted(sandbox()));
		sandbox().expireTokens('body401');

		await expect(openDropDown(store)).rejects.toThrow(/token has expired/);
		expect(lists().length).toBe(1);
	});

	it.each<FaultKind>(['429', '503', 'hangUpBefore'])('asks again after %s', async (kind) => {
		sandbox().misbehave({ on: 'strategies', kind, times: 2 });
		const { results } = await openDropDown(await signedIn(sandbox(), mark));

		expect(results).toHaveLength(1);
		expect(lists().length).toBe(3);
	});
});
