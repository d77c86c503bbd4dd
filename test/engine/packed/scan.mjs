/**
 * The rules that n8n's package scanner applies, on a folder: `node scan.mjs tarball|source <folder>`.
 * Prints {passed, details}. The scanner's own program takes published packages only.
 */
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const [kind, folder] = process.argv.slice(2);
const patterns = { tarball: ['**/*.js', 'package.json'], source: SOURCE_FILE_PATTERNS };
const { passed, message, details } = await analyzePackage(folder, patterns[kind]);
// It also passes when it found no files, and says so.
console.log(JSON.stringify({ passed: passed && !message, details: details ?? message ?? '' }));
