import { isDay } from './days';
import { isObject } from './wire';

/**
 * How the strategy list looks. The real one is not known, so a client has to take all of these
 * (GUESS):
 * - `strings`: `["x"]`
 * - `objects`: `[{ Strategy: "x", Rounds: 3 }]`
 * - `nested`: `{ list: [{ strategy_name: "x" }] }`
 * - `name`: `[{ id: 1, name: "x" }]`
 */
export type StrategyShape = 'strings' | 'objects' | 'nested' | 'name';

/**
 * How an entry of `detail_error_list` looks. Documented as array of string, with only an empty one
 * shown (DOC), so these are a GUESS:
 * - `strings`: `"Mobile +6281…: reason"`
 * - `objects`: `{ Mobile, message }`
 * - `positions`: `{ index, message }`, counted from 0
 */
export type DetailErrorShape = 'strings' | 'objects' | 'positions';

/** Everything about the service that can be changed while it runs. */
export interface Settings {
	appKey: string;
	appSecret: string;
	strategies: readonly string[];
	strategyShape: StrategyShape;
	/** Where the strategy list is; the real path is a GUESS, so users can correct theirs. */
	strategyPath: string;
	/** Whether a plan name can be used once only. Which of the two the service does is not known. */
	refuseReusedPlanName: boolean;
	detailErrors: DetailErrorShape;
	/** Numbers the service refuses although the documented rules let them pass. */
	alsoReject: readonly string[];
	/**
	 * `collection` checks the 13 properties; `other` takes any properties as long as one holds a
	 * number (GUESS).
	 */
	product: 'collection' | 'other';
	/** The service's day, `YYYY-MM-DD`; null follows the clock. */
	today: string | null;
	/** The account's time zone, an IANA name. */
	timeZone: string;
	/** How long every answer takes, in milliseconds. The service has acted by then. */
	delayMs: number;
}

export const defaults: Settings = {
	appKey: 'sandbox-key-4f1d',
	appSecret: 'sandbox-secret-9c27e8',
	strategies: ['test_test_1', 'three_rounds', 'before_due_date', 'after_due_date'],
	strategyShape: 'objects',
	strategyPath: '/service/cloud/v2/strategy',
	refuseReusedPlanName: false,
	detailErrors: 'objects',
	alsoReject: [],
	product: 'collection',
	today: null,
	timeZone: 'UTC',
	delayMs: 0,
};

type Test = (value: unknown) => boolean;
const isText: Test = (value) => typeof value === 'string' && value !== '';
const isTextList: Test = (value) => Array.isArray(value) && value.every(isText);
const isTimeZone: Test = (value) => {
	try {
		new Intl.DateTimeFormat('en', { timeZone: value as string });
		return isText(value);
	} catch {
		return false;
	}
};
const oneOf =
	(...allowed: string[]): Test =>
	(value) =>
		allowed.includes(value as string);

const tests: Record<keyof Settings, Test> = {
	appKey: isText,
	appSecret: isText,
	strategies: isTextList,
	strategyShape: oneOf('strings', 'objects', 'nested', 'name'),
	strategyPath: (value) => isText(value) && (value as string).startsWith('/'),
	refuseReusedPlanName: (value) => typeof value === 'boolean',
	detailErrors: oneOf('strings', 'objects', 'positions'),
	alsoReject: isTextList,
	product: oneOf('collection', 'other'),
	today: (value) => value === null || (typeof value === 'string' && isDay(value)),
	timeZone: isTimeZone,
	delayMs: (value) => typeof value === 'number' && value >= 0,
};

/**
 * Checks settings that may come from another process. Throws an Error that names the first wrong
 * one.
 */
export function readSettings(value: unknown): Partial<Settings> {
	if (!isObject(value)) throw new Error('settings must be an object');
	const given = Object.entries(value).filter(([, setting]) => setting !== undefined);
	for (const [name, setting] of given) {
		if (!Object.hasOwn(tests, name)) throw new Error(`unknown setting: ${name}`);
		if (!tests[name as keyof Settings](setting)) throw new Error(`bad value for ${name}`);
	}
	return Object.fromEntries(given);
}
