/**
 * Whose breakage it is when the same tests ran on the n8n that is pinned and on the newest one.
 *
 * @param pinned {version, failed}, or {version, notInstalled: npm's words}
 * @param newest the same
 * @returns {failed, title, text}
 */
export function verdict({ pinned, newest }) {
	const same = newest.version === pinned.version;
	if (pinned.notInstalled) {
		return {
			failed: true,
			title: `n8n ${pinned.version} does not install`,
			text: `It is the pinned one, and has not changed, so look at the network, the registry and this machine. Nothing of this package was tested on it. npm says:\n${pinned.notInstalled}`,
		};
	}
	if (pinned.failed > 0) {
		const other = newest.notInstalled
			? `n8n ${newest.version} does not install.`
			: `${newest.failed} failed on n8n ${newest.version}.`;
		return {
			failed: true,
			title: 'This package is broken',
			text: `${pinned.failed} tests failed on n8n ${pinned.version}, which is pinned, so it cannot have changed. ${same ? 'It is the newest.' : other} Look for the cause here.`,
		};
	}
	if (newest.notInstalled) {
		return {
			failed: true,
			title: `n8n ${newest.version} does not install`,
			text: `Nothing of this package was tested on it. All tests pass on n8n ${pinned.version}. npm says:\n${newest.notInstalled}`,
		};
	}
	if (newest.failed > 0) {
		return {
			failed: true,
			title: `n8n changed: ${newest.version} breaks this package`,
			text: `${newest.failed} tests failed on n8n ${newest.version} that pass on n8n ${pinned.version}. Look at what n8n changed between the two.`,
		};
	}
	return {
		failed: false,
		title: `n8n ${newest.version} runs this package`,
		text: same
			? 'It is the one that is pinned.'
			: `So does n8n ${pinned.version}, which is pinned.`,
	};
}

const escaped = (text, more) =>
	text.replace(
		more,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
	);

/** A verdict as a line that GitHub shows on top of a run. */
export const annotation = ({ failed, title, text }) =>
	`::${failed ? 'error' : 'notice'} title=${escaped(title, /[%\r\n:,]/g)}::${escaped(text, /[%\r\n]/g)}`;
