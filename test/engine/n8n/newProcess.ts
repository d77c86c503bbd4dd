import type { Package } from './package';

/** The package with no memory of its own, as after a restart or in another process. */
export async function inNewProcess(): Promise<Package> {
	jest.resetModules();
	const again = jest.requireActual<{ loadPackage: () => Promise<Package> }>('./package');
	return await again.loadPackage();
}
