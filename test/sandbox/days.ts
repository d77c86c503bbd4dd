import type { Settings } from './settings';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a text is a day of the calendar written `YYYY-MM-DD`: `2025-02-30` is not. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	// The 30th of February becomes the 2nd of March.
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function addDays(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The service's today: the fixed one of the settings, else the clock's in the account's time zone
 * (DOC: account's).
 */
export function todayOf(settings: Settings): string {
	// The Swedish way to write a date is YYYY-MM-DD.
	const format = new Intl.DateTimeFormat('sv-SE', { timeZone: settings.timeZone });
	return settings.today ?? format.format(new Date(Date.now()));
}
