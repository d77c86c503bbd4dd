import { writeFileSync } from 'node:fs';

/**
 * Prints `N passed, N failed`, and writes {passed, failed} as JSON to the file that AIRUDDER_COUNTS
 * names, for a program that adds up several runs.
 */
export function reportCounts({ passed, failed }) {
	console.log(`\n${passed} passed, ${failed} failed`);
	const file = process.env.AIRUDDER_COUNTS;
	if (file) writeFileSync(file, `${JSON.stringify({ passed, failed })}\n`);
}

/** A list of checks that go on after a failure; `counts` says how many held. */
export function checklist() {
	const counts = { passed: 0, failed: 0 };
	const print = (verdict, remark) => {
		console.log(remark ? `${verdict}\n${remark.replace(/^/gm, '    ')}` : verdict);
	};
	/** Prints whether `work` threw, with the error's message or with the text that it returned. */
	async function check(name, work) {
		try {
			const remark = await work();
			counts.passed += 1;
			print(`ok - ${name}`, remark);
		} catch (error) {
			counts.failed += 1;
			print(`not ok - ${name}`, error.message);
		}
	}
	return { counts, check };
}
