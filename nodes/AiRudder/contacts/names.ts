import { createHash } from 'crypto';
import type { Plan } from './plans';

/** Longest plan name the service takes, in characters (documented). */
export const PLAN_NAME_LENGTH = 54;

/**
 * Gives each plan its name, all different. A given name is used as it is for the first plan, then with
 * `-2`, `-3`… (the name is shortened where the number would not fit). Without one the name is derived
 * from the day, the settings and the contacts: the same rows on the same day have the same name, so that
 * a plan sent twice can be recognised.
 *
 * @param today `YYYY-MM-DD` in the workflow's time zone
 */
export function namePlans(plans: ReadonlyArray<Omit<Plan, 'name'>>, today: string): Plan[] {
	const taken = new Set<string>();
	return plans.map((plan) => {
		const base = plan.settings.planName ?? derivedName(plan, today);
		let name = base;
		for (let number = 2; taken.has(name); number++) {
			const suffix = `-${number}`;
			name = [...base].slice(0, PLAN_NAME_LENGTH - suffix.length).join('') + suffix;
		}
		taken.add(name);
		return { ...plan, name };
	});
}

/** `n8n-2026-01-31-` and 80 bits of the contents. */
function derivedName({ settings, contacts }: Omit<Plan, 'name'>, today: string): string {
	return `n8n-${today}-${contentsHash({ settings, contacts }).slice(0, 20)}`;
}

function contentsHash({ settings, contacts }: Pick<Plan, 'settings' | 'contacts'>): string {
	const { strategy, sipLine, date, dncSwitch } = settings;
	const hash = createHash('sha256');
	hash.update(JSON.stringify([strategy, sipLine, date ?? null, dncSwitch ?? false]));
	for (const contact of contacts) hash.update(JSON.stringify(contact));
	return hash.digest('hex');
}
