import e2e from '../e2e/jest.config.mjs';

/** @type {import('jest').Config} */
export default {
	...e2e,
	roots: ['<rootDir>/test/queue'],
	// Two workers share the machine's processors with everything else, and some tests wait for n8n to notice
	// that one of them is gone.
	testTimeout: 300_000,
};
