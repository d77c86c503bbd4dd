import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const MODULE = pathToFileURL(path.resolve(__dirname, '../../../scripts/check/verdict.mjs')).href;

type Outcome = { version: string; failed?: number; notInstalled?: string };

/** What `npm run test:newest` says of two outcomes, and the line it prints on GitHub. */
function said(pinned: Outcome, newest: Outcome) {
	const program = `
		import { annotation, verdict } from '${MODULE}';
		const found = verdict(${JSON.stringify({ pinned, newest })});
		console.log(JSON.stringify({ ...found, line: annotation(found) }));`;
	const args = ['--input-type=module', '-e', program];
	return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

const A = { version: '2.41.1', failed: 0 };
const B = { version: '2.50.0', failed: 0 };
const uninstallable = { version: '2.50.0', notInstalled: 'notarget No match: 100%\nof x@1' };

describe('Who broke something when the newest n8n is tried', () => {
	it('is nobody when all tests pass on both', () => {
		const { failed, title, line } = said(A, B);

		expect({ failed, title }).toEqual({ failed: false, title: 'n8n 2.50.0 runs this package' });
		expect(line).toBe(
			'::notice title=n8n 2.50.0 runs this package::So does n8n 2.41.1, which is pinned.',
		);
	});

	it('is n8n when only the newest fails, and both versions are named', () => {
		const { failed, title, text } = said(A, { ...B, failed: 3 });

		expect(failed).toBe(true);
		expect(title).toBe('n8n changed: 2.50.0 breaks this package');
		expect(text).toMatch(/^3 tests failed on n8n 2\.50\.0 that pass on n8n 2\.41\.1\./);
	});

	it('is n8n when its release does not install, with what npm says', () => {
		const { failed, title, text, line } = said(A, uninstallable);

		expect(failed).toBe(true);
		expect(title).toBe('n8n 2.50.0 does not install');
		expect(text).toContain(uninstallable.notInstalled);
		expect(line).toMatch(/^::error title=n8n 2\.50\.0 does not install::.*100%25%0Aof x@1$/);
	});

	it('is nobody when the pinned one does not install', () => {
		const { failed, title, text } = said({ version: '2.41.1', notInstalled: 'no space' }, B);

		expect(failed).toBe(true);
		expect(title).toBe('n8n 2.41.1 does not install');
		expect(text).toMatch(/the network, the registry and this machine.*no space/s);
	});

	it.each([
		['both fail', { ...B, failed: 2 }, '2 failed on n8n 2.50.0.'],
		['only the pinned one fails', B, '0 failed on n8n 2.50.0.'],
		['the newest does not install', uninstallable, 'n8n 2.50.0 does not install.'],
		['the pinned one is the newest', { ...A, failed: 2 }, 'It is the newest.'],
	])('is this package when %s', (_case, newest, words) => {
		const { failed, title, text } = said({ ...A, failed: 2 }, newest);

		expect(failed).toBe(true);
		expect(title).toBe('This package is broken');
		expect(text).toContain(words);
	});

	it('keeps a colon in a title from ending it', () => {
		expect(said(A, { ...B, failed: 1 }).line).toMatch(/^::error title=n8n changed%3A 2\.50\.0 /);
	});
});
