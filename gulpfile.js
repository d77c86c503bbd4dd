'use strict';

const { execFile } = require('node:child_process');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');
const { build } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { n8n } = require('./package.json');

const clean = () => rm(path.join(__dirname, 'dist'), { recursive: true, force: true });

const check = async () => {
	try {
		await promisify(execFile)(process.execPath, [require.resolve('typescript/bin/tsc')], {
			cwd: __dirname,
		});
	} catch (error) {
		throw new Error(`TypeScript found mistakes:\n${error.stdout || error.message}`);
	}
};

const entries = [...n8n.nodes, ...n8n.credentials];
const sourceOf = (entry) => `./${path.posix.relative('dist', entry).replace(/js$/, 'ts')}`;

/**
 * All code in one file: an update on disk while n8n runs cannot mix two versions of it, and n8n loads it in 13 to
 * 21 ms when it starts; 118 files took 32 to 44. Tests hurry the retries through what goes along with it.
 */
const bundle = () =>
	build({
		stdin: {
			contents: [...entries.map(sourceOf), './nodes/AiRudder/transport/retry.ts']
				.map((source) => `export * from '${source}';`)
				.join('\n'),
			resolveDir: __dirname,
		},
		outfile: 'dist/airudder.js',
		bundle: true,
		external: ['n8n-workflow'],
		platform: 'node',
		target: 'es2022',
		charset: 'utf8',
		// The modules are strict, what they become is not by itself.
		banner: { js: "'use strict';" },
		logLevel: 'warning',
	});

/** The files that package.json names, in which n8n looks for a class of the same name. */
const entryFiles = () =>
	Promise.all(
		entries.map(async (entry) => {
			const [name] = path.basename(entry).split('.');
			const bundled = path.posix.relative(path.posix.dirname(entry), 'dist/airudder.js');
			await mkdir(path.dirname(entry), { recursive: true });
			await writeFile(entry, `'use strict';\n\nexports.${name} = require('${bundled}').${name};\n`);
		}),
	);

/** Icons, codex files and output schemas. Read as bytes: gulp 5 would re-encode them as text. */
const assets = () =>
	src(
		[
			'nodes/**/*.{svg,png}',
			'nodes/**/*.node.json',
			'nodes/**/__schema__/**/*.json',
			'credentials/**/*.{svg,png}',
		],
		{
			base: '.',
			encoding: false,
			allowEmpty: true,
		},
	).pipe(dest('dist'));

exports['build:icons'] = assets;
exports.build = series(clean, parallel(check, bundle, entryFiles, assets));
exports.default = exports.build;
