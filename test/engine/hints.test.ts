import type { INode, INodeParameters } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { borrowers } from '../rows';
import { createPlan } from './builders';
import type { RunOptions } from './n8n/run';
import { ourPackage } from './n8n/run';
import { useSandbox } from './sandboxed';

const { create } = useSandbox();

/** What the editor says of these parameters before a run: it evaluates each condition in this way. */
async function said(parameters: RunOptions['parameters']): Promise<string[]> {
	const { node, nodeTypes } = await ourPackage();
	const nodes: INode[] = [
		{
			id: 'a',
			name: 'AI Rudder',
			type: 'n8n-nodes-airudder.aiRudder',
			typeVersion: 1,
			position: [0, 0],
			parameters: parameters as INodeParameters,
		},
	];
	const workflow = new Workflow({ id: '1', nodes, connections: {}, active: false, nodeTypes });
	const [placed] = Object.values(workflow.nodes);
	return (node.description.hints ?? [])
		.filter(({ displayCondition = '' }) => {
			const shown =
				placed &&
				workflow.expression.getSimpleParameterValue(placed, displayCondition, 'internal', {});
			// The editor passes over what is neither.
			expect(typeof shown).toBe('boolean');
			return shown;
		})
		.map(({ message }) => message);
}

describe('The editor', () => {
	it.each([
		['a new node', {}],
		['Check Contacts', { operation: 'check', options: { planName: 'a' } }],
		[
			'Check Contacts with an option of Create left over',
			{ operation: 'check', options: { resend: true } },
		],
		['a plan name with the day in it', { options: { planName: "=a-{{ $now.toFormat('yyyy') }}" } }],
		['options that are not set', { options: {} }],
		['Send Again turned off', { options: { resend: false } }],
		['another resource', { resource: 'strategy', operation: 'list' }],
	])('says nothing of %s', async (_, parameters) => {
		expect(await said(createPlan(parameters))).toEqual([]);
	});

	it.each([
		['plan', 'create'],
		['workflow', 'create'],
		['workflow', 'addContacts'],
	])('warns of Send Again: %s, %s', async (resource, operation) => {
		const parameters = createPlan({ resource, operation, options: { resend: true } });
		expect(await said(parameters)).toEqual([expect.stringMatching(/^Send Again is on/)]);
	});

	it('says of a fixed plan name that it is the same in each run', async () => {
		const parameters = createPlan({ options: { planName: 'reminders' } });
		expect(await said(parameters)).toEqual([expect.stringMatching(/^Plan Name is the same/)]);
	});
});

describe('A run', () => {
	const hintsOf = async (node: Partial<INode>, operation = 'create') =>
		(await create(borrowers(2), { operation }, { node })).hints.slice(1);

	it('says nothing of ordinary settings', async () => {
		expect(await hintsOf({})).toEqual([]);
	});

	it('says what Retry On Fail does where people are called', async () => {
		const retry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		expect(await hintsOf(retry)).toEqual([
			expect.stringMatching(/^Retry On Fail is on.*nobody twice$/),
		]);
		expect(await hintsOf(retry, 'check')).toEqual([]);
	});

	it('warns of Execute Once, with which all rows but the first are left out', async () => {
		expect(await hintsOf({ executeOnce: true })).toEqual([
			expect.stringMatching(/^Execute Once is on.*only the first row/),
		]);
	});
});
