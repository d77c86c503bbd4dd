import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ourPackage } from '../n8n/run';
import { expectedFiles } from './expected';
import { filesIn, npm, packAndUnpack, ROOT } from './pack';

/** What a build, an editor or a hurry can leave in dist, sorted. */
const STRAYS = [
	'dist/.env',
	'dist/credentials/account.json',
	'dist/nodes/AiRudder/AiRudder.node.d.ts',
	'dist/nodes/AiRudder/AiRudder.node.js.map',
	'dist/nodes/AiRudder/AiRudder.node.ts',
	'dist/nodes/AiRudder/run/batch.test.js',
	'dist/test/rows.js',
];

const folder = mkdtempSync(path.join(tmpdir(), 'n8n-nodes-airudder-packed-'));
const unpacked = path.join(folder, 'package');
let manifest: {
	main: string;
	n8n: { nodes: string[]; credentials: string[] };
	[section: string]: unknown;
};

beforeAll(() => {
	packAndUnpack(ROOT, unpacked);
	manifest = JSON.parse(readFileSync(path.join(unpacked, 'package.json'), 'utf8'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('The package as npm packs it', () => {
	it('has what each source file gives, and nothing else', () => {
		expect(filesIn(unpacked)).toEqual(expectedFiles());
	});

	it('has every file that its package.json names', () => {
		const { main, n8n } = manifest;

		expect(filesIn(unpacked)).toEqual(
			expect.arrayContaining([main, ...n8n.nodes, ...n8n.credentials]),
		);
		expect(n8n.nodes).toHaveLength(2);
		expect(n8n.credentials).toHaveLength(2);
	});

	it('has the icons of its nodes and credentials', async () => {
		const { loader } = await ourPackage();
		const icons = [...loader.types.nodes, ...loader.types.credentials].flatMap(({ iconUrl }) =>
			Object.values(iconUrl ?? {}).map((url) => url.replace('icons/n8n-nodes-airudder/', '')),
		);

		expect(icons).toHaveLength(8);
		expect(filesIn(unpacked)).toEqual(expect.arrayContaining(icons));
	});

	it('brings no other package along, so that npm audit has nothing to look at', () => {
		for (const section of ['dependencies', 'optionalDependencies', 'bundleDependencies']) {
			expect(manifest[section]).toBeUndefined();
		}
		const installed = path.join(folder, 'installed');
		cpSync(unpacked, installed, { recursive: true });
		// As n8n's installer does.
		const left = { ...manifest, devDependencies: undefined, peerDependencies: undefined };
		writeFileSync(path.join(installed, 'package.json'), JSON.stringify(left));
		npm(installed, 'install', '--package-lock-only', '--ignore-scripts', '--no-audit');

		const { metadata } = JSON.parse(npm(installed, 'audit', '--json'));
		expect(metadata).toMatchObject({ dependencies: { total: 0 }, vulnerabilities: { total: 0 } });
	});

	it('would show a stray file', () => {
		const copy = path.join(folder, 'strays');
		cpSync(unpacked, copy, { recursive: true });
		for (const stray of STRAYS) {
			mkdirSync(path.dirname(path.join(copy, stray)), { recursive: true });
			writeFileSync(path.join(copy, stray), '{}');
		}
		packAndUnpack(copy, path.join(folder, 'packed-strays'));
		const packed = filesIn(path.join(folder, 'packed-strays'));

		expect(packed.filter((file) => !expectedFiles().includes(file))).toEqual(STRAYS);
	});
});
