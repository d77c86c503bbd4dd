import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const nodeGlobals = Object.fromEntries(
	'process console Buffer URL URLSearchParams fetch AbortController AbortSignal setTimeout clearTimeout setInterval clearInterval setImmediate performance module require exports __dirname __filename'
		.split(' ')
		.map((name) => [name, 'readonly']),
);

const rulesOf = (name) => n8nNodesBase.configs[name].rules;

export default tseslint.config(
	{ ignores: ['dist/', '.cache/', 'coverage/', 'test/n8n/**/node_modules/'] },
	js.configs.recommended,
	...tseslint.configs.strict,
	{
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'no-console': 'error',
			eqeqeq: 'error',
		},
	},
	{
		files: ['**/*.{js,mjs,cjs}'],
		languageOptions: { globals: nodeGlobals },
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	// Programs and tests that speak to a terminal.
	{ files: ['scripts/**', 'test/**', 'gulpfile.js'], rules: { 'no-console': 'off' } },
	// What n8n asks of community nodes. These three blocks are the ones its package scanner runs.
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'package.json'],
		...n8nCommunityNodesPlugin.configs.recommended,
	},
	{
		files: ['package.json'],
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: { ...rulesOf('community'), '@typescript-eslint/no-unused-expressions': 'off' },
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...rulesOf('credentials'),
			// Written for slugs of n8n's own documentation; n8n's lint configuration switches it off too.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...rulesOf('nodes'),
			// These two want the string 'main' where @n8n/community-nodes wants NodeConnectionTypes.Main;
			// n8n's own lint configuration switches them off too.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
		},
	},
);
