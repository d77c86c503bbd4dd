/** A borrower with the required properties alone, whose row is good whatever day the tests run. */
export function bareBorrower(number: number, changes: Record<string, unknown> = {}) {
	return {
		Debtor: `Siti Rahma ${number}`,
		Mobile: `+62812${String(3_000_000 + number)}`,
		LoanDate: '2026-01-31',
		DueDate: '2026-03-02',
		LoanAmount: 1_500_000,
		Arrears: 1_734_500.5,
		Unit: 'RP',
		Platform: 'AIRUDDER',
		...changes,
	};
}

/** A borrower with all properties. */
export function borrower(number: number, changes: Record<string, unknown> = {}) {
	return {
		...bareBorrower(number),
		Comments: `ID-${number}`,
		Gender: 'female',
		ExtraA: 'Jakarta',
		ExtraB: '3 days late',
		ExtraC: 'VIP',
		...changes,
	};
}

export const borrowers = (count: number, changes: Record<string, unknown> = {}) =>
	Array.from({ length: count }, (_, index) => borrower(index + 1, changes));

/** One whose row is refused: the loan was due before it was made. */
export const badBorrower = (number: number) => borrower(number, { DueDate: '2026-01-01' });

/** The numbers of the input rows that an item is paired with. */
export const pairs = ({ pairedItem }: { pairedItem?: unknown }): number[] =>
	[pairedItem].flat().map((pair) => (pair as { item: number }).item);
