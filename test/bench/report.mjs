import { cpus, totalmem } from 'node:os';

export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const whole = (number) => Math.round(number).toLocaleString('en-US');
const milliseconds = (number) => (number < 10 ? number.toFixed(1) : whole(number));

/** `1.0` for the fastest, `12` for twelve times as long. */
const ratio = (number) => (number < 10 ? number.toFixed(1) : whole(number));

function table(rows) {
	const [head, ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`);
	const line = `| ${rows[0].map((_, column) => (column === 0 ? '---' : '---:')).join(' | ')} |`;
	return [head, line, ...body].join('\n');
}

const columns = [
	['Node time, ms', ({ nodeMs }) => milliseconds(nodeMs)],
	['Whole execution, ms', ({ wholeMs }) => milliseconds(wholeMs)],
	['Requests', ({ requests }) => whole(requests)],
	['Peak memory over base, MiB', ({ peakMiB }) => whole(peakMiB)],
	['Longest block, ms', ({ blockMs }) => whole(blockMs)],
	['… less garbage collection, ms', ({ workMs }) => whole(workMs)],
	['… saving included, ms', ({ anyBlockMs }) => whole(anyBlockMs)],
	['Saved execution, KiB', ({ savedKiB }) => whole(savedKiB)],
];

const keys = [
	'nodeMs',
	'wholeMs',
	'requests',
	'peakMiB',
	'blockMs',
	'workMs',
	'anyBlockMs',
	'savedKiB',
];

/** The median of each column over the runs. */
export const medians = (runs) =>
	Object.fromEntries(keys.map((key) => [key, median(runs.map((run) => run[key]))]));

const rowsOf = ({ count, bad, runs }) =>
	[
		`${whole(count)} rows`,
		...(bad ? ['every tenth bad'] : []),
		...(runs ? [`medians of ${runs} runs`] : []),
	].join(', ');

function section({ engine, size, limitMs, results }) {
	const base = results.find(({ id }) => id === 'automatic')?.nodeMs;
	const head = ['', ...columns.map(([title]) => title), 'Times Create Plan'];
	const body = results.map((result) => [
		result.title,
		...columns.map(([, show]) => show(result)),
		ratio(result.nodeMs / base),
	]);
	const limit = ['The limit: the bodies as JSON and one bare request each', milliseconds(limitMs)];
	const rest = columns.slice(1).map(() => '');
	return `### ${rowsOf(size)}, expression engine \`${engine}\`\n\n${table([
		head,
		...body,
		[...limit, ...rest, ratio(limitMs / base)],
	])}`;
}

/** Rows are delays, columns are how many plans were on their way at once. */
function concurrencyTable(measured) {
	const counts = [...new Set(measured.map(({ concurrency }) => concurrency))];
	const delays = [...new Set(measured.map(({ delayMs }) => delayMs))];
	const cell = (delay, count) =>
		measured.find((one) => one.delayMs === delay && one.concurrency === count)?.nodeMs ?? NaN;
	return table([
		['The service answers after', ...counts.map((count) => `${count} at once, ms`)],
		...delays.map((delay) => [
			`${delay} ms`,
			...counts.map((count) => milliseconds(cell(delay, count))),
		]),
	]);
}

/** The results as Markdown. */
export const report = ({ n8n, node, runs, load, heap, sections, concurrency }) => `# Measured

n8n ${n8n} on Node.js ${node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux; the sandbox in another process. Contacts of 13 columns. Medians of ${runs} runs after one that warms up. Repeat it with \`npm run bench\`; times depend on the machine, ratios hardly.

**Node time** is the time of all nodes between the rows and the end. **Longest block** is how long n8n could do nothing else while these nodes ran; in the next columns, without the time in which Node.js collected garbage, and at any time of the execution: n8n saves it in one go. The node that only reads each row, for 8 ms in one go as Create Plan does, shows what of that any node behind these rows has: n8n has just made them, and Node.js moves them when it collects garbage. **Peak memory** is that of the first run, all garbage collected before it. Rows with a mistake are refused by Create Plan before they are sent; the hand-made ways send them, and the service refuses them.

Loading all classes of the package, as n8n does at its start: ${milliseconds(load)} ms.

${heap.map(({ count, bytesPerRow }) => `Memory that Create Plan keeps after ${whole(count)} rows: ${whole(bytesPerRow)} bytes a row.`).join(' ')}

${sections.map(section).join('\n\n')}

### 20 plans, by **Concurrency**

${concurrencyTable(concurrency)}

One at a time is the default: with one or two plans, which is what 10,000 rows are, more make no difference worth having, and while several are on their way an unknown outcome of one cannot hold back the others.
`;
