/** Hides the middle of everything in a text that may be a phone number; days stay as they are. */
export function masked(text) {
	return text.replace(/\+?\d[\d ().-]{7,}\d/g, (found) => {
		const digits = found.replace(/\D/g, '');
		if (digits.length < 9) return found;
		return `${found.startsWith('+') ? '+' : ''}${digits.slice(0, 2)}•••${digits.slice(-4)}`;
	});
}

function table(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	return rows.map(
		(row) =>
			`  ${row
				.map((cell, column) => cell.padEnd(widths[column]))
				.join('  ')
				.trimEnd()}`,
	);
}

const columns = [
	'PlanName',
	'status',
	'contactsReceived',
	'contactsSent',
	'contactsRejected',
	'TaskID',
];

const alreadySent =
	'  alreadySent: the same plan was sent earlier today, so nobody is called again';

function rejectedLine({ json, pairedItem }) {
	const row = [pairedItem].flat()[0]?.item ?? pairedItem;
	const { rejection, ...columns } = json;
	const reasons = rejection.problems.map(({ property, reason }) => `${property}: ${reason}`);
	return masked(`  row ${row + 1} (${Object.values(columns)[0]}): ${reasons.join('; ')}`);
}

/** Lines that tell people what left the two outputs of Create Plan. No whole phone number. */
export function reportLines({ plans, rejected }) {
	const rows = plans.map(({ json }) => columns.map((column) => String(json[column] ?? '')));
	return [
		`Plans (${plans.length})`,
		...(plans.length > 0 ? table([columns, ...rows]) : []),
		...(plans.some(({ json }) => json.status === 'alreadySent') ? [alreadySent] : []),
		`Rejected rows (${rejected.length})`,
		...rejected.map(rejectedLine),
	];
}
