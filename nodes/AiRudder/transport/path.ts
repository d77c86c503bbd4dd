import { ServiceFailure } from './failure';

/**
 * A path that the user may correct.
 *
 * @throws ServiceFailure when it is not a path on the service's own host
 */
export function checkedPath(given: unknown): string {
	const path = String(given).trim();
	if (/^\/(?!\/)[^\s\\?#]*$/.test(path)) return path;
	throw new ServiceFailure("'Path' is not a path", {
		advice: 'Begin it with one /, and leave out the host, ? and #',
		acted: 'no',
	});
}
