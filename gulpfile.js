'use strict';

const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');
const { dest, series, src } = require('gulp');

const clean = () => rm(path.join(__dirname, 'dist'), { recursive: true, force: true });

const compile = async () => {
	try {
		await promisify(execFile)(process.execPath, [require.resolve('typescript/bin/tsc')], {
			cwd: __dirname,
		});
	} catch (error) {
		throw new Error(`TypeScript found mistakes:\n${error.stdout || error.message}`);
	}
};

/** Icons, codex files and output schemas, which tsc leaves behind. Read as bytes: gulp 5 would re-encode them as text. */
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
exports.build = series(clean, compile, assets);
exports.default = exports.build;
