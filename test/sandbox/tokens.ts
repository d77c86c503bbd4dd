import { randomBytes } from 'node:crypto';
import type { Settings } from './settings';
import type { HttpAnswer } from './wire';
import { isObject, refusal, success } from './wire';

/** A token lives 24 hours (DOC). */
const TOKEN_LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * The two ways a refused token may be told: HTTP 401, or HTTP 200 with body `code` 401 (GUESS: both
 * happen).
 */
export type ExpiryKind = 'http401' | 'body401';

/** The account's one token (DOC: tokens are per account). */
export class Tokens {
	private token = '';

	private expiresAt = 0;

	private told: ExpiryKind = 'http401';

	/** The valid token again, or a new one; either way its 24 hours start now (DOC). */
	issue(): string {
		if (!this.isAlive()) this.token = makeToken();
		this.expiresAt = Date.now() + TOKEN_LIFE_MS;
		return this.token;
	}

	/** Ends the token, and chooses how refused tokens are told from now on. */
	expire(told: ExpiryKind): void {
		this.expiresAt = 0;
		this.told = told;
	}

	/**
	 * Undefined when `Authorization: Token <token>`, with exactly one space, carries the valid token
	 * (DOC).
	 */
	refuse(authorization: string | undefined): HttpAnswer | undefined {
		if (this.isAlive() && authorization === `Token ${this.token}`) return undefined;
		return refusal(401, 'token is invalid or has expired', this.told === 'http401' ? 401 : 200);
	}

	private isAlive(): boolean {
		return Date.now() < this.expiresAt;
	}
}

/**
 * `POST /service/cloud/auth` (DOC). The body's `APPKey` and `APPSecret` have exactly these
 * capitals; reply `data.token`. A wrong one is told as body `code` 401, which the token page lists
 * (DOC), under HTTP 200 (GUESS).
 */
export function answerToken(body: unknown, settings: Settings, tokens: Tokens): HttpAnswer {
	const { APPKey, APPSecret } = isObject(body) ? body : {};
	if (typeof APPKey !== 'string') return refusal(401, 'APPKey is missing');
	if (typeof APPSecret !== 'string') return refusal(401, 'APPSecret is missing');
	if (APPKey !== settings.appKey) return refusal(401, 'APPKey does not exist');
	if (APPSecret !== settings.appSecret) return refusal(401, 'APPSecret is wrong');
	return success({ token: tokens.issue() });
}

/**
 * Always has a `+` and a `/` in it, as the real one can (DOC), so that a client that encodes it is
 * found out.
 */
function makeToken(): string {
	const token = randomBytes(36).toString('base64');
	return token.includes('+') && token.includes('/') ? token : makeToken();
}
