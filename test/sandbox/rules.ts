import { isDay } from './days';

/** What is wrong with a value, in words that follow the property's name: `must be a string`. */
export type Check = (value: unknown) => string | undefined;

interface Rule {
	readonly required: boolean;
	readonly check: Check;
}

/** Property name → rule. */
export type Rules = Readonly<Record<string, Rule>>;

export const required = (check: Check): Rule => ({ required: true, check });
export const optional = (check: Check): Rule => ({ required: false, check });

/**
 * Everything that is wrong with an object. Properties without a rule are accepted. A required text
 * that is blank counts as missing, and null is a wrong type wherever it stands (GUESS, the strict
 * reading of the documented types).
 */
export function problemsOf(rules: Rules, object: Readonly<Record<string, unknown>>): string[] {
	const problems: string[] = [];
	for (const [name, rule] of Object.entries(rules)) {
		const value = object[name];
		const missing = value === undefined || (typeof value === 'string' && value.trim() === '');
		if (missing && rule.required) {
			problems.push(`${name} is required`);
		} else if (value !== undefined) {
			const problem = rule.check(value);
			if (problem !== undefined) problems.push(`${name} ${problem}`);
		}
	}
	return problems;
}

export const text: Check = (value) => (typeof value === 'string' ? undefined : 'must be a string');

/** A text of at most so many characters, an emoji being one (GUESS: the unit is not documented). */
export function textUpTo(most: number): Check {
	return (value) => {
		if (typeof value !== 'string') return 'must be a string';
		return value.length > most && [...value].length > most
			? `must have at most ${most} characters`
			: undefined;
	};
}

export const amount: Check = (value) =>
	typeof value === 'number' ? undefined : 'must be a number';

export const flag: Check = (value) =>
	typeof value === 'boolean' ? undefined : 'must be true or false';

export function oneOf(...allowed: readonly unknown[]): Check {
	return (value) => (allowed.includes(value) ? undefined : `must be one of ${allowed.join(', ')}`);
}

/** A day `YYYY-MM-DD`, and whatever else is asked of it. */
export function day(further: (day: string) => string | undefined = () => undefined): Check {
	return (value) => {
		if (typeof value !== 'string') return 'must be a string';
		return isDay(value) ? further(value) : 'must be a day YYYY-MM-DD';
	};
}
