import { createHash, timingSafeEqual } from 'crypto';

/** Letters, digits, `-` and `_`, so that it means the same in an address and in a header. */
const USABLE = /^[\w-]{16,200}$/;

/** What is wrong with a secret, as something to do, or undefined when it can be used. */
export function secretProblem(secret: unknown): string | undefined {
	if (typeof secret !== 'string' || secret === '') return 'Choose a secret';
	return USABLE.test(secret)
		? undefined
		: 'Use 16 to 200 letters, digits, - and _ for the secret, nothing else';
}

/**
 * Whether one of the values a request brought is the secret. Takes the same time whatever they are: all of
 * them are compared, as hashes of one length.
 *
 * @param brought anything a query or a header can hold: lists and objects are never the secret
 */
export function bringsSecret(brought: readonly unknown[], secret: string): boolean {
	const wanted = digest(secret);
	return brought
		.map((value) => timingSafeEqual(digest(typeof value === 'string' ? value : ''), wanted))
		.some((same) => same);
}

const digest = (text: string) => createHash('sha256').update(text).digest();
