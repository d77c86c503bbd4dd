import { ContactList } from './contactList';
import type { Contact } from './properties';

/** What a plan is made with besides its contacts. Rows with other settings go to another plan. */
export type Settings = Readonly<Record<string, string | number | boolean | undefined>>;

/** The settings of a calling plan. */
export type PlanSettings = {
	strategy: string;
	sipLine: string;
	/** As the user gave it; undefined: a name is derived. */
	planName?: string;
	/** First day of calling, `YYYY-MM-DD`; undefined: the service takes today. */
	date?: string;
	dncSwitch?: boolean;
};

/**
 * Contacts that go to the service in one request, with the numbers of the input rows they come from: as a
 * calling plan, as a workflow, or as further contacts of a workflow.
 */
export interface UnnamedPlan {
	settings: Settings;
	contacts: ContactList;
	/** One for each contact. */
	rows: number[];
}

export interface Plan extends UnnamedPlan {
	name: string;
	/** The same for the same contacts with the same settings, whatever the name. */
	fingerprint: string;
}

/** The service's limits (documented): 5,000 contacts a request advised, 10,000 at the most. */
export const CONTACTS_PER_PLAN = { advised: 5_000, most: 10_000 } as const;

/** A checked row on its way into a plan. */
export interface ReadyRow {
	row: number;
	contact: Contact;
	settings: Settings;
}

/** Takes checked rows one after the other. */
export interface PlanCutter {
	add(ready: ReadyRow): void;
	/** The plans of all rows so far. They are not named yet. */
	plans(): UnnamedPlan[];
}

/**
 * Groups rows by their settings and cuts each group into plans of at most `contactsPerPlan`.
 * Groups stand in the order of their first row, rows in the order they came.
 */
export function planCutter(contactsPerPlan: number): PlanCutter {
	const groups = new Map<string, UnnamedPlan[]>();
	let lastSettings: Settings | undefined;
	let group: UnnamedPlan[] = [];
	return {
		add({ row, contact, settings }) {
			if (settings !== lastSettings) {
				group = groupOf(groups, settings);
				lastSettings = settings;
			}
			let plan = group.at(-1);
			if (!plan || plan.rows.length >= contactsPerPlan) {
				plan = { settings, contacts: new ContactList(), rows: [] };
				group.push(plan);
			}
			plan.contacts.add(contact);
			plan.rows.push(row);
		},
		plans: () => [...groups.values()].flat(),
	};
}

/** Settings of one run have their names in one order, so that equal ones read alike. */
function groupOf(groups: Map<string, UnnamedPlan[]>, settings: Settings) {
	const key = JSON.stringify(settings);
	const group = groups.get(key) ?? [];
	groups.set(key, group);
	return group;
}
