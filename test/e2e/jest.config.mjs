/** @type {import('jest').Config} */
export default {
	rootDir: '../..',
	// Without this jest looks through all of n8n in .cache.
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['**/*.test.mts'],
	moduleFileExtensions: ['ts', 'mts', 'mjs', 'js', 'json'],
	extensionsToTreatAsEsm: ['.mts'],
	transform: { '^.+\\.m?ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json', useESM: true }] },
	testEnvironment: 'node',
	testTimeout: 120_000,
	// A browser or a server that a failed test left open would hold the run open.
	forceExit: true,
	// One n8n, which is tested step by step.
	maxWorkers: 1,
};
