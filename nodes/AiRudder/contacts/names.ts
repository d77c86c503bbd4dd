import { createHash } from 'crypto';
import type { ContactList } from './contactList';
import type { Plan, Settings, UnnamedPlan } from './plans';

/** Longest plan name the service takes, in characters (documented). */
export const PLAN_NAME_LENGTH = 54;

/** How plans of a kind are named, and told from one another. */
export interface Naming {
	/** The setting that holds the name the user gave. */
	setting: string;
	/** The longest name there is, in characters. */
	longest: number;
	/** What a name gets behind it when it comes again: 2, 3… */
	suffix(number: number): string;
	/**
	 * What makes plans with the same contacts one plan. Not the name: the same people called the same way
	 * are the same plan under any name.
	 */
	identity(settings: Settings, today: string): unknown[];
}

/** Calling plans. */
export const PLAN_NAMING: Naming = {
	setting: 'planName',
	longest: PLAN_NAME_LENGTH,
	suffix: (number) => `-${number}`,
	identity: ({ strategy, sipLine, date, dncSwitch }, today) => [
		strategy,
		sipLine,
		date ?? today,
		dncSwitch ?? false,
	],
};

/** When the plans are made, and how they are named. */
interface Moment {
	/** `YYYY-MM-DD` in the workflow's time zone. */
	today: string;
	/** Set when a list may be sent again on the same day: tells the new plans from the first ones. */
	again?: string;
	/** Plans that exist already; theirs are not given again. */
	existing?: ReadonlyArray<Pick<Plan, 'name' | 'fingerprint'>>;
	/** As calling plans are, unless it says otherwise. */
	naming?: Naming;
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
	{ today, again, existing = [], naming = PLAN_NAMING }: Moment,
	breathe: () => Promise<void> = async () => {},
): Promise<Plan[]> {
	const names = distinct(
		existing.map(({ name }) => name),
		(base, number) => {
			const suffix = naming.suffix(number);
			return [...base].slice(0, naming.longest - suffix.length).join('') + suffix;
		},
	);
	const fingerprints = distinct(
		existing.map(({ fingerprint }) => fingerprint),
		(base, number) => `${base}#${number}`,
	);
	const named: Plan[] = [];
	for (const plan of plans) {
		const identity = naming.identity(plan.settings, today);
		const hash = contentsHash(identity, plan.contacts);
		const derived = ['n8n', today, hash.slice(0, 20), ...(again ? [again] : [])].join('-');
		const name = names(String(plan.settings[naming.setting] ?? derived));
		named.push({ ...plan, name, fingerprint: fingerprints(hash) });
		await breathe();
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

/** Contacts have their properties in one order, whatever the order of the columns. */
function contentsHash(identity: unknown[], contacts: ContactList): string {
	const hash = createHash('sha256');
	hash.update(JSON.stringify(identity));
	for (const slice of contacts.json()) hash.update(slice);
	return hash.digest('hex');
}
