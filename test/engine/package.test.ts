import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CONTACT_PROPERTIES } from '../../nodes/AiRudder/contacts/properties';
import { ourPackage } from './n8n/run';

const ROOT = path.resolve(__dirname, '../..');

describe('The package as n8n loads it', () => {
	it('has two nodes with their icons, and two credential types', async () => {
		const { loader, node } = await ourPackage();

		expect(loader.types.nodes.map(({ name }) => name)).toEqual(['aiRudder', 'aiRudderTrigger']);
		expect(loader.types.credentials.map(({ name }) => name)).toEqual([
			'aiRudderApi',
			'aiRudderWebhookApi',
		]);
		for (const { iconUrl } of [...loader.types.nodes, ...loader.types.credentials]) {
			expect(Object.values(iconUrl as { light: string; dark: string })).toEqual([
				expect.stringMatching(/AiRudder\/airudder\.svg$/),
				expect.stringMatching(/AiRudder\/airudder\.dark\.svg$/),
			]);
		}
		expect(node.description.requestDefaults).toBeDefined();
		expect(node.execute).toBeUndefined();
	});

	it('takes rows in one way; the trigger takes none and has one output', async () => {
		const { node, trigger } = await ourPackage();

		expect(node.description.inputs).toEqual(['main']);
		expect(trigger.description.inputs).toEqual([]);
		expect(trigger.description.outputs).toEqual(['main']);
	});

	it('hides what is typed into each secret, and nothing else', async () => {
		const { loader } = await ourPackage();
		const hidden = loader.types.credentials.flatMap(({ properties }) =>
			properties.filter(({ typeOptions }) => typeOptions?.password).map(({ name }) => name),
		);

		expect(hidden).toEqual(['appSecret', 'token', 'sessionToken', 'secret']);
	});

	it('is found by the words people look for', async () => {
		const { loader } = await ourPackage();

		expect(loader.types.nodes[0]?.codex?.alias).toEqual(
			expect.arrayContaining(['call', 'collection', 'dialer', 'outbound', 'voice']),
		);
	});

	it('shows an action for each operation', async () => {
		const { node } = await ourPackage();
		const actions = node.description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options }) => options ?? [])
			.map((option) => ('action' in option ? option.action : undefined));

		expect(actions).toEqual([
			'Check contacts without calling',
			'Create plan and call people',
			'Download a recording',
			'List strategies',
			'Cancel a number in a task',
			'Get a task',
			'Get many tasks',
			'Stop a task',
			'Add contacts to a workflow and call them',
			'Create workflow and call people',
			'Find a case or number in workflows',
		]);
	});

	it('maps the 13 properties', async () => {
		const { node } = await ourPackage();
		const getColumns = node.methods?.resourceMapping?.getContactColumns;
		const columns = await getColumns?.call({} as never);

		expect(columns?.fields.map(({ id, required }) => ({ id, required }))).toEqual(
			CONTACT_PROPERTIES.map(({ name, required }) => ({ id: name, required })),
		);
		expect(columns?.fields).toHaveLength(13);
	});

	it('loads a class only when it is asked for', () => {
		const script = `
			const built = () => Object.keys(require.cache).filter((file) => file.includes('/dist/')).length;
			const exported = require('./index.js');
			const names = Object.keys(exported);
			const before = built();
			const { name } = new exported.AiRudder().description;
			console.log(JSON.stringify({ names, before, name, after: built() > 0 }));`;
		const output = execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });

		expect(JSON.parse(output)).toEqual({
			names: ['AiRudder', 'AiRudderTrigger', 'AiRudderApi', 'AiRudderWebhookApi'],
			before: 0,
			name: 'aiRudder',
			after: true,
		});
	});

	it('is one file of code, so that an update on disk cannot mix two versions', () => {
		const script = `
			const { nodes, credentials } = require('./package.json').n8n;
			for (const file of [...nodes, ...credentials]) new (Object.values(require('./' + file))[0])();
			console.log(JSON.stringify(Object.keys(require.cache)));`;
		const output = execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });
		const loaded = (JSON.parse(output) as string[])
			.map((file) => path.relative(path.join(ROOT, 'dist'), file))
			.filter((file) => !file.startsWith('..'));
		const code = readFileSync(path.join(ROOT, 'dist/airudder.js'), 'utf8');

		expect(loaded.sort()).toEqual([
			'airudder.js',
			'credentials/AiRudderApi.credentials.js',
			'credentials/AiRudderWebhookApi.credentials.js',
			'nodes/AiRudder/AiRudder.node.js',
			'nodes/AiRudderTrigger/AiRudderTrigger.node.js',
		]);
		expect(code).toMatch(/^'use strict';/);
		expect(code).not.toMatch(/\bimport\(/);
	});

	it('needs nothing at run time but n8n-workflow', () => {
		const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
		const files = readdirSync(path.join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' });
		const imports = files
			.filter((file) => file.endsWith('.js'))
			.flatMap((file) => [
				...readFileSync(path.join(ROOT, 'dist', file), 'utf8').matchAll(
					/require\("([^."][^"]*)"\)/g,
				),
			])
			.map(([, name]) => name);

		expect(manifest.dependencies).toBeUndefined();
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect([...new Set(imports)].sort()).toEqual(['crypto', 'n8n-workflow']);
	});
});
