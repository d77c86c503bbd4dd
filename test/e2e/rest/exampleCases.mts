import { borrower, borrowers } from '../../rows.ts';

/** What an example does when it is run as it is, up to the nodes that need an account somewhere else. */
export interface Case {
	file: string;
	what: string;
	/** Items that stand in for what nodes of other services give. Such nodes do not run. */
	pinned: Record<string, object[]>;
	/** How often somebody is called at the most. */
	calls: 0 | 1;
	/** The items of nodes, by output. */
	items: Record<string, Array<object[] | null>>;
	/** Whether it needs n8n's data tables. */
	dataTables?: boolean;
}

const created = (contactsSent: number) => ({ status: 'created', contactsSent });

const DATABASE = {
	file: 'database-checked-first.json',
	pinned: { 'Every Morning': [{}], 'Rows to Correct': [{}] },
};

const contact = (vid: number, phone: object) => ({
	vid,
	properties: {
		firstname: { value: 'Siti' },
		lastname: { value: 'Rahma' },
		...phone,
		loan_date: { value: '1769817600000' },
		due_date: { value: '1772409600000' },
		loan_amount: { value: '1500000' },
		arrears: { value: '1734500.50' },
		currency: { value: 'RP' },
	},
});
const change = (contactId: number, propertyValue: string) => ({ contactId, propertyValue });

const longAgo = new Date(Date.now() - 25 * 3_600_000).toISOString();

export const cases: Case[] = [
	{
		file: 'rows-to-plan.json',
		what: 'calls five, and refuses one',
		pinned: {},
		calls: 1,
		items: {
			Created: [[{ ...created(5), contactsReceived: 5, contactsRejected: 0 }]],
			Rejected: [
				[
					{
						Debtor: 'Dan Invented',
						rejection: { by: 'check', problems: [{ property: 'DueDate' }] },
					},
				],
			],
		},
	},
	{
		file: 'google-sheets.json',
		what: 'calls the good rows, and adds reasons to the others',
		pinned: {
			Borrowers: [
				{ row_number: 2, ...borrower(1), Mobile: 628123456701 },
				{ row_number: 3, ...borrower(2), Mobile: '' },
			],
			'Plan Log': [{}],
			'Rejected Rows': [{}],
		},
		calls: 1,
		items: {
			'Create Plan': [[created(1)], [{ row_number: 3 }]],
			'Add Reasons': [
				[
					{
						row_number: 3,
						Debtor: borrower(2).Debtor,
						Reasons: expect.stringMatching(/^Mobile: /),
					},
				],
			],
			'Plan Log': [[{}]],
			'Rejected Rows': [[{}]],
		},
	},
	{
		file: 'hubspot.json',
		what: 'calls contacts that are due, and makes a task for one without a number',
		pinned: {
			'Contact Changed': [change(101, 'due'), change(102, 'due'), change(103, 'paid')],
			'Read Contact': [contact(101, { phone: { value: '+628123456701' } }), contact(102, {})],
			'Task to Correct It': [{}],
		},
		calls: 1,
		items: {
			'Is Due': [[{ contactId: 101 }, { contactId: 102 }], [{ contactId: 103 }]],
			'Create Plan': [[created(1)], [{ vid: 102 }]],
			'Task to Correct It': [[{}]],
		},
	},
	{
		...DATABASE,
		what: 'calls all rows when all are good',
		pinned: { ...DATABASE.pinned, 'Due Rows': borrowers(3) },
		calls: 1,
		items: {
			'Check Contacts': [[{ status: 'checked' }], []],
			'Wait for the Check': [borrowers(3)],
			Created: [[created(3)]],
		},
	},
	{
		...DATABASE,
		what: 'calls nobody when one row is bad',
		pinned: { ...DATABASE.pinned, 'Due Rows': [borrower(1), borrower(2, { Mobile: '' })] },
		calls: 0,
		items: {
			'Check Contacts': [[{ status: 'checked' }], [{ Debtor: borrower(2).Debtor }]],
			'All Good?': [[], [{ status: 'checked' }]],
			'Rows to Correct': [[{}]],
		},
	},
	{
		file: 'wait-for-results.json',
		what: 'goes on with finished plans, and gives up those that take too long',
		dataTables: true,
		pinned: {
			'Your Rows': borrowers(2),
			'Note the Plan': [{ PlanName: 'a' }, { PlanName: 'b' }],
			Wait: [{ PlanName: 'a' }, { PlanName: 'b' }],
			'Look It Up': [
				{ PlanName: 'a', createdAt: longAgo, finishedAt: longAgo },
				{ PlanName: 'b', createdAt: longAgo, finishedAt: null },
			],
		},
		calls: 1,
		items: {
			'New Plans': [[created(2)], []],
			Results: [[{ PlanName: 'a' }]],
			'Timed Out': [[{ PlanName: 'b' }]],
		},
	},
];
