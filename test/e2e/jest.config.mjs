/** @type {import('jest').Config} */
export default {
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/**/*.test.mts'],
	moduleFileExtensions: ['ts', 'mts', 'mjs', 'js', 'json'],
	extensionsToTreatAsEsm: ['.mts'],
	transform: { '^.+\\.m?ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json', useESM: true }] },
	testEnvironment: 'node',
	testTimeout: 120_000,
	// One n8n, which is tested step by step.
	maxWorkers: 1,
};
