import { createHash } from 'crypto';
import type { Plan, UnnamedPlan } from './plans';

/** Longest plan name the service takes, in characters (documented). */
export const PLAN_NAME_LENGTH = 54;

/** When the plans are made. */
export interface Moment {
	/** `YYYY-MM-DD` in the workflow's time zone. */
	today: string;
	/** Set when a list may be sent again on the same day: tells the new plans from the first ones. */
	again?: string;
	/** Plans that exist already; theirs are not given again. */
	existing?: ReadonlyArray<Pick<Plan, 'name' | 'fingerprint'>>;
}

/**
 * Gives each plan its name and its fingerprint, all different. A given name is used as it is for the
 * first plan, then with `-2`, `-3`… (it is shortened where the number would not fit). Without one the
 * name is derived from the day, the settings and the contacts, so that the same rows on the same day have
 * the same name.
 *
 * @param breathe awaited now and then: a hundred thousand contacts take a while
 */
export async function namePlans(
	plans: readonly UnnamedPlan[],
	{ today, again, existing = [] }: Moment,
	breathe: () => Promise<void> = async () => {},
): Promise<Plan[]> {
	const names = distinct(
		existing.map(({ name }) => name),
		(base, number) => {
			const suffix = `-${number}`;
			return [...base].slice(0, PLAN_NAME_LENGTH - suffix.length).join('') + suffix;
		},
	);
	const fingerprints = distinct(
		existing.map(({ fingerprint }) => fingerprint),
		(base, number) => `${base}#${number}`,
	);
	const named: Plan[] = [];
	for (const plan of plans) {
		const hash = await contentsHash(plan, today, breathe);
		const derived = ['n8n', today, hash.slice(0, 20), ...(again ? [again] : [])].join('-');
		const name = names(plan.settings.planName ?? derived);
		named.push({ ...plan, name, fingerprint: fingerprints(hash) });
	}
	return named;
}

/** A function that returns each text as it is the first time, and numbered when it comes again. */
function distinct(existing: string[], numbered: (base: string, number: number) => string) {
	const taken = new Set(existing);
	const last = new Map<string, number>();
	return (base: string): string => {
		let text = base;
		let number = last.get(base) ?? 1;
		while (taken.has(text)) text = numbered(base, ++number);
		last.set(base, number);
		taken.add(text);
		return text;
	};
}

/** Contacts hashed in one go. */
const SOME = 250;

/**
 * The plan's name is left out: the same people called the same way are the same plan under any name.
 * Contacts have their properties in one order, whatever the order of the columns.
 */
async function contentsHash(
	{ settings, contacts }: UnnamedPlan,
	today: string,
	breathe: () => Promise<void>,
): Promise<string> {
	const { strategy, sipLine, date, dncSwitch } = settings;
	const hash = createHash('sha256');
	hash.update(JSON.stringify([strategy, sipLine, date ?? today, dncSwitch ?? false]));
	for (let from = 0; from < contacts.length; from += SOME) {
		hash.update(JSON.stringify(contacts.slice(from, from + SOME)));
		await breathe();
	}
	return hash.digest('hex');
}
