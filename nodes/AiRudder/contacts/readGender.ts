import type { Reading } from './reading';
import { describeKind, readNothing } from './reading';

const GENDERS: ReadonlyMap<string, 'male' | 'female'> = new Map([
	['m', 'male'],
	['male', 'male'],
	['f', 'female'],
	['female', 'female'],
]);

/** Reads `male`, `female`, `m` or `f` in any case. */
export function readGender(value: unknown): Reading<string> {
	const nothing = readNothing(value);
	if (nothing) return nothing;
	const gender = typeof value === 'string' ? GENDERS.get(value.trim().toLowerCase()) : undefined;
	if (gender) return { value: gender };
	const what =
		typeof value === 'string' ? 'Is not a gender the service knows' : `Is ${describeKind(value)}`;
	return { reason: `${what}. Use male, female, m or f, or leave it empty` };
}
