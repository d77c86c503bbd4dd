import { isCode, namesIn, partsOf, ROW_FREE } from './expressions';

/** What n8n finds by the number of the row: the item of another node, and the columns of the row itself. */
const OTHER_ITEM = /\$\(\s*("[^"\\]*"|'[^'\\]*')\s*\)\s*\.\s*item\b/g;
const INPUT_COLUMNS = /\$input\s*\.\s*item\s*\.\s*json\b/g;

/** A `$` that is no name: of `${…}` in a text, and the end in a regular expression. */
const NO_NAME = /\$(?=[{/])/g;

/** Whether an expression looks at nothing but the row's columns, its number, and items it came from. */
function looksAtRowAlone(expression: string): boolean {
	// In older n8n, `this.$json` is the row too, of which there is but one.
	if (/\bthis\b/.test(expression)) return false;
	// A function may have a parameter of that name.
	if (expression.includes('$itemIndex') && /=>|\bfunction\b/.test(expression)) return false;
	const rest = expression.replace(OTHER_ITEM, '').replace(INPUT_COLUMNS, '').replace(NO_NAME, '');
	return namesIn(rest).every(
		(name) => name === '$json' || name === '$itemIndex' || ROW_FREE.has(name),
	);
}

/**
 * An expression that gives what another one gives for `count` rows, beginning with the one it is evaluated for: a
 * list with `[number of the row, value]` for each, or null where it throws.
 *
 * @returns undefined where the other one does not look at the row alone, or is written in a way that is not worth
 * understanding here
 */
export function forRows(expression: string): ((count: number) => string) | undefined {
	const value = looksAtRowAlone(expression) ? valueCode(expression) : undefined;
	if (value === undefined) return undefined;
	// No name but $itemIndex and $json has another meaning here than in the expression alone.
	return (count) =>
		`{{ Array.from({ length: ${count} }, (_, offset) => $itemIndex + offset).map(($itemIndex) => {
			const $json = $item($itemIndex).$json;
			try { return [$item($itemIndex).$itemIndex, ${value}]; } catch (error) { return null; }
		}) }}`;
}

/** The code that gives what an expression gives: its own, or its texts and codes put together as n8n does it. */
function valueCode(expression: string): string | undefined {
	const parts = partsOf(expression);
	const texts = parts.filter((part, index) => !isCode(part, index));
	const codes = parts.filter(isCode);
	// What n8n takes for braces that belong to the text, or the code.
	if (texts.some((text) => /\\|\{\{|\}\}/.test(text))) return undefined;
	if (codes.length === 0 || codes.some((code) => code.endsWith('\\'))) return undefined;
	if (codes.length === 1 && texts.every((text) => text === '')) return forAnyRow(codes[0] ?? '');
	const joined = parts.map((part, index) =>
		isCode(part, index)
			? `((v) => v || v === 0 || v === false ? v : '')(${forAnyRow(part)})`
			: JSON.stringify(part),
	);
	return `[${joined.join(', ')}].join('')`;
}

/** The code for any row, on lines of its own for a comment at its end. */
const forAnyRow = (code: string) =>
	`(\n${code
		.replace(OTHER_ITEM, '$($1).itemMatching($itemIndex)')
		.replace(INPUT_COLUMNS, '$item($itemIndex).$json')}\n)`;
