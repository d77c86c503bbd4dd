/** Names in expressions whose value cannot depend on the row. Unknown names count as depending on it. */
const ROW_FREE = new Set(
	'$now $today $vars $env $secrets $execution $workflow $runIndex $nodeVersion $if $min $max'.split(
		' ',
	),
);
const WHOLE_NODE =
	/\$(?:\(\s*(?:"[^"\\]*"|'[^'\\]*')\s*\)|input)\s*\.\s*(?:first|last|all)\(\s*\)/g;

const namesIn = (expression: string): string[] => expression.match(/\$[\w$]*/g) ?? [];

/** Whether an expression has the same value for every row. A random one has another each time. */
export function isRowFree(expression: string): boolean {
	if (/random/i.test(expression)) return false;
	return namesIn(expression.replace(WHOLE_NODE, '')).every((name) => ROW_FREE.has(name));
}

/** A `$` that is no name: of `${…}` in a text, and the end in a regular expression. */
const NO_NAME = /\$(?=[{/])/g;

/**
 * What may change a column. With n8n's older engine the row stays changed, so that the expression would give something
 * else when it is evaluated for it again.
 */
const CHANGES =
	/\+\+|--|(?<![=!<>])=(?![=>])|<<=|>>=|\b(?:delete|assign|pop|push|shift|unshift|splice|sort|reverse|fill|copyWithin|set[A-Z]\w*)\b/;

/** What n8n finds by the number of the row: the item of another node, and the columns of the row itself. */
const OTHER_ITEM = /\$\(\s*("[^"\\]*"|'[^'\\]*')\s*\)\s*\.\s*item\b/g;
const INPUT_COLUMNS = /\$input\s*\.\s*item\s*\.\s*json\b/g;

/** Whether an expression does nothing but read the row's columns, its number, and items it came from. */
function readsRowAlone(expression: string): boolean {
	// In older n8n, `this.$json` is the row too, of which there is but one.
	if (/\bthis\b/.test(expression) || CHANGES.test(expression)) return false;
	const rest = expression.replace(OTHER_ITEM, '').replace(INPUT_COLUMNS, '').replace(NO_NAME, '');
	return namesIn(rest).every(
		(name) => name === '$json' || name === '$itemIndex' || ROW_FREE.has(name),
	);
}

/**
 * An expression that gives what another one gives for `count` rows, beginning with the one it is evaluated for: a
 * list with `[value]` for each, or null where it throws.
 *
 * @returns undefined where the other one does more than read the row, or is written in a way that is not worth
 * understanding here
 */
export function forRows(expression: string): ((count: number) => string) | undefined {
	const value = readsRowAlone(expression) ? valueCode(expression) : undefined;
	if (value === undefined) return undefined;
	// No name but $itemIndex and $json has another meaning here than in the expression alone.
	return (count) =>
		`{{ Array.from({ length: ${count} }, (_, offset) => $itemIndex + offset).map(($itemIndex) => {
			const $json = $item($itemIndex).$json;
			try { return [${value}]; } catch (error) { return null; }
		}) }}`;
}

/** The code that gives what an expression gives: its own, or its texts and codes put together as n8n does it. */
function valueCode(expression: string): string | undefined {
	const parts = expression.split(/\{\{([^]*?)\}\}/);
	const texts = parts.filter((_, index) => index % 2 === 0);
	const codes = parts.filter((_, index) => index % 2 === 1);
	// What n8n takes for braces that belong to the text, or the code.
	if (texts.some((text) => /\\|\{\{|\}\}/.test(text))) return undefined;
	if (codes.length === 0 || codes.some((code) => code.endsWith('\\'))) return undefined;
	if (codes.length === 1 && texts.every((text) => text === '')) return forAnyRow(codes[0] ?? '');
	const joined = parts.map((part, index) =>
		index % 2 === 0
			? JSON.stringify(part)
			: `((v) => v || v === 0 || v === false ? v : '')(${forAnyRow(part)})`,
	);
	return `[${joined.join(', ')}].join('')`;
}

/** The code for any row, on lines of its own for a comment at its end. */
const forAnyRow = (code: string) =>
	`(\n${code
		.replace(OTHER_ITEM, '$($1).itemMatching($itemIndex)')
		.replace(INPUT_COLUMNS, '$item($itemIndex).$json')}\n)`;
