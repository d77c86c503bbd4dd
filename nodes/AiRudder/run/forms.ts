import { CONTACTS_PER_PLAN } from '../contacts/plans';

/** What is sent, in words for people. */
export interface Words {
	/** As it is counted: 2 plans. */
	one: string;
	/** What stands before its name: plan 'march'. */
	named: string;
	/** What the service does with it: created. */
	done: string;
	/** What to look for, or at, when it is not known whether that was done: for plan 'march'. */
	look: string;
}

/** What the form of a batch operation, which n8n loads at its start, shares with its run. */
export interface BatchForm {
	words: Words;
	/** How many contacts go into one request: an option of the node. */
	contactsPerPlan: { option: string; label: string; usual: number; most: number };
}

/** `POST` here creates or checks a plan (DOC). */
export const PLAN_PATH = '/service/cloud/v2/plan';

/** `POST` here creates a workflow from a template (DOC). */
export const CREATE_PATH = '/service/cloud/workflow/createinstance';

/** `POST` here adds contacts to a workflow (CLIENT). */
export const ADD_PATH = '/service/cloud/workflow/uploaddetails';

export const PLANS: BatchForm = {
	words: { one: 'plan', named: 'plan', done: 'created', look: 'for plan' },
	contactsPerPlan: {
		option: 'contactsPerPlan',
		label: 'Contacts per Plan',
		usual: CONTACTS_PER_PLAN.advised,
		most: CONTACTS_PER_PLAN.most,
	},
};

/** 10,000 contacts at the most (CLIENT). */
const contactsPerRequest = {
	option: 'contactsPerRequest',
	label: 'Contacts per Request',
	usual: 10_000,
	most: 10_000,
};

export const NEW_WORKFLOWS: BatchForm = {
	words: { one: 'workflow', named: 'workflow', done: 'created', look: 'for workflow' },
	contactsPerPlan: contactsPerRequest,
};

export const MORE_CONTACTS: BatchForm = {
	words: { one: 'list', named: 'the list for workflow', done: 'added', look: 'at workflow' },
	contactsPerPlan: contactsPerRequest,
};
