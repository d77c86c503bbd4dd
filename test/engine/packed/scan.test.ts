import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packAndUnpack, ROOT } from './pack';

// A scan is 2 to 4 seconds on an idle machine.
jest.setTimeout(120_000);

const folder = mkdtempSync(path.join(tmpdir(), 'n8n-nodes-airudder-scan-'));
const folderFor = (name: string) => path.join(folder, name);

/**
 * In a process of its own: under jest's NODE_ENV the rules take every file for a node, and the scanner
 * leaves an empty folder behind in TMPDIR.
 */
function scan(kind: 'tarball' | 'source', target: string): { passed: boolean; details: string } {
	const args = [path.join(__dirname, 'scan.mjs'), kind, target];
	const env = { ...process.env, NODE_ENV: undefined, TMPDIR: folder };
	return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env }));
}

/** What the scanner says of one file. */
const remarksOn = (file: string, details: string): string =>
	details.split(/\n(?=\S)/).find((part) => part.split('\n')[0]?.endsWith(file)) ?? '';

/** Forbidden in what n8n Cloud runs, and the rule that says so. */
const CODE = [
	['setTimeout(() => {}, 1);', 'no-restricted-globals'],
	['exports.home = process.env.HOME;', 'no-restricted-globals'],
	['console.log(1);', 'no-console'],
	['/* eslint-disable */ console.log(1);', 'no-console'],
	["exports.fs = require('fs');", 'no-restricted-imports'],
	["eval('1');", 'no-dangerous-functions'],
] as const;

const MANIFEST = [
	[{ dependencies: { lodash: '4.17.21' } }, 'no-runtime-dependencies'],
	[{ overrides: { lodash: '4.17.21' } }, 'no-overrides-field'],
	[{ scripts: { postinstall: 'node index.js' } }, 'no-forbidden-lifecycle-scripts'],
	[{ peerDependencies: { 'n8n-workflow': '2.41.0' } }, 'valid-peer-dependencies'],
	[{ name: 'airudder' }, 'package-name-convention'],
] as const;

const unpacked = folderFor('package');
beforeAll(() => packAndUnpack(ROOT, unpacked));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("n8n's package scanner", () => {
	it('finds nothing in the packed package', () => {
		expect(scan('tarball', unpacked)).toEqual({ passed: true, details: '' });
	});

	it('finds nothing in the sources', () => {
		const sources = folderFor('sources');
		for (const name of ['nodes', 'credentials', 'package.json']) {
			cpSync(path.join(ROOT, name), path.join(sources, name), { recursive: true });
		}

		expect(scan('source', sources)).toEqual({ passed: true, details: '' });
		rmSync(path.join(sources, 'nodes/AiRudder/airudder.svg'));
		expect(scan('source', sources).details).toContain('icon-validation');
	});

	it('finds no files, and that is no pass', () => {
		mkdirSync(folderFor('empty'));

		expect(scan('tarball', folderFor('empty')).passed).toBe(false);
	});

	describe('in the packed package', () => {
		const bad = folderFor('bad');
		let details: string;
		beforeAll(() => {
			cpSync(unpacked, bad, { recursive: true });
			CODE.forEach(([code], index) => writeFileSync(path.join(bad, `dist/bad-${index}.js`), code));
			const file = path.join(bad, 'package.json');
			const manifest = JSON.parse(readFileSync(file, 'utf8'));
			const parts = MANIFEST.map(([part]) => part);
			writeFileSync(file, JSON.stringify(Object.assign({}, manifest, ...parts)));
			const found = scan('tarball', bad);
			expect(found.passed).toBe(false);
			details = found.details;
		});

		it.each(CODE.map(([code, rule], index) => [code, rule, index] as const))(
			'refuses %s by %s',
			(_code, rule, index) => {
				expect(remarksOn(`bad-${index}.js`, details)).toContain(rule);
			},
		);

		it.each(MANIFEST)('refuses %j by %s', (_part, rule) => {
			expect(remarksOn('package.json', details)).toContain(rule);
		});
	});
});
