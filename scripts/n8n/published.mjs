import { root } from '../cache.mjs';
import { majors } from '../nodejs.mjs';
import { npm } from '../process/npm.mjs';

/**
 * A release of n8n, as npm tells it.
 *
 * @param version its number, or a tag: `latest`
 * @returns its number, and the major version of Node.js to run it on: the oldest of those here that is
 * not older than its `engines` say
 * @throws Error with npm's output when npm does not answer or has no such release
 */
export async function publishedN8n(version) {
	const args = ['view', `n8n@${version}`, 'version', 'engines', '--json'];
	const found = JSON.parse((await npm(args, { cwd: root })) || 'null');
	if (typeof found?.version !== 'string') {
		throw new Error(`n8n ${version} is not one release. Give its whole number, like 2.41.1`);
	}
	const oldest = Number(/\d+/.exec(found.engines?.node)?.[0] ?? majors[0]);
	return { version: found.version, nodeJs: majors.find((major) => major >= oldest) ?? oldest };
}
