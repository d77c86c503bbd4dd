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
	// What n8n asks of community nodes: the same rules as its package scanner, with two of its five exceptions.
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		linterOptions: { noInlineConfig: true },
	},
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
		// A JSON file is an expression.
		rules: { ...rulesOf('community'), '@typescript-eslint/no-unused-expressions': 'off' },
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: rulesOf('nodes'),
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...rulesOf('credentials'),
			// Of n8n's own documentation: it says "Change to camelCase" to every address, while
			// cred-class-field-documentation-url-not-http-url and credential-documentation-url say "Use an HTTP
			// URL" and "must be a valid URL" to everything else.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
		},
	},
	{
		files: ['credentials/AiRudderApi.credentials.ts'],
		rules: {
			// An App Key is no secret. This rule takes every name with "key" for one; when the field is masked,
			// credential-unnecessary-password says "does not appear to be sensitive". credential-password-field
			// watches over the secrets.
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
);
