import path from 'node:path';
import { filesIn, ROOT } from './pack';

/** What is in the package besides what its sources give. npm takes every README along. */
const OTHERS = [
	'CHANGELOG.md',
	'LICENSE.md',
	'README.md',
	'README.zh-CN.md',
	'dist/airudder.js',
	'index.js',
	'package.json',
];

/** The files that a source file gives: code has a file of its own only where n8n looks for one. */
function builtFrom(source: string): string[] {
	if (/\.(svg|png)$|\.node\.json$|\/__schema__\/.*\.json$/.test(source)) return [source];
	if (/\.(node|credentials)\.ts$/.test(source)) return [source.replace(/ts$/, 'js')];
	return [];
}

/** Every file that npm has to pack, sorted, and no other. */
export const expectedFiles = (): string[] =>
	['nodes', 'credentials']
		.flatMap((folder) => filesIn(path.join(ROOT, folder)).map((file) => `${folder}/${file}`))
		.flatMap(builtFrom)
		.map((file) => `dist/${file}`)
		.concat(OTHERS)
		.sort();
