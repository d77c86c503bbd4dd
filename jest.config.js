'use strict';

const shared = {
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }] },
	testEnvironment: 'node',
	clearMocks: true,
};

/** @type {import('jest').Config} */
module.exports = {
	projects: [
		{ ...shared, displayName: 'unit', roots: ['<rootDir>/test/unit'], testMatch: ['**/*.test.ts'] },
		{
			...shared,
			displayName: 'engine',
			roots: ['<rootDir>/test/engine'],
			testMatch: ['**/*.test.ts'],
			setupFiles: ['<rootDir>/test/engine/setup.ts'],
		},
	],
	testTimeout: 30_000,
	// n8n-core keeps a 60 s timer of its SSH client alive, which would hold every run open.
	forceExit: true,
};
