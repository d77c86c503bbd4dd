/** Names in expressions whose value cannot depend on the row. Unknown names count as depending on it. */
export const ROW_FREE = new Set(
	'$now $today $vars $env $secrets $execution $workflow $runIndex $nodeVersion $if $min $max'.split(
		' ',
	),
);
const WHOLE_NODE =
	/\$(?:\(\s*(?:"[^"\\]*"|'[^'\\]*')\s*\)|input)\s*\.\s*(?:first|last|all)\(\s*\)/g;

/** Names that begin with `$`. */
export const namesIn = (expression: string): string[] => expression.match(/\$[\w$]*/g) ?? [];

/** Whether an expression has the same value for every row. A random one has another each time. */
export function isRowFree(expression: string): boolean {
	if (/random/i.test(expression)) return false;
	return namesIn(expression.replace(WHOLE_NODE, '')).every((name) => ROW_FREE.has(name));
}

/** Text and code by turns, as n8n splits an expression that has no escaped braces. */
export const partsOf = (expression: string): string[] => expression.split(/\{\{([^]*?)\}\}/);

export const isCode = (_: string, index: number) => index % 2 === 1;

const CHANGES =
	/\+\+|--|(?<![=!<>])=(?![=>])|<<=|>>=|\b(?:delete|assign|pop|push|shift|unshift|splice|sort|reverse|fill|copyWithin|customData|set[A-Z]\w*)\b/;

/**
 * Whether evaluating an expression may change something, the columns of the row above all: with n8n's older engine it
 * stays changed, for other expressions and for this one evaluated again.
 */
export const mayChange = (expression: string): boolean =>
	partsOf(expression)
		.filter(isCode)
		.some((code) => CHANGES.test(code));

/** The expressions in a node's parameters, without their leading `=`. */
export function expressionsIn(parameters: unknown): string[] {
	if (typeof parameters === 'string') {
		return parameters.startsWith('=') ? [parameters.slice(1)] : [];
	}
	return Object.values(parameters ?? {}).flatMap(expressionsIn);
}
