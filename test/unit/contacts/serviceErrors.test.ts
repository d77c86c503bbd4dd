import { matchServiceErrors } from '../../../nodes/AiRudder/contacts/serviceErrors';
import { borrowers } from '../../rows';

const contacts = borrowers(12);
const [first, second, third] = contacts.map(({ Mobile }) => Mobile);

/** Positions of the contacts that an entry is matched to. */
const positions = (...list: unknown[]) => [...matchServiceErrors(list, contacts).rejected.keys()];
const unmatched = (...list: unknown[]) => matchServiceErrors(list, contacts).unmatched;

describe('an entry is matched', () => {
	it.each([
		['a text with the number', `Mobile ${second}: not allowed`, [1]],
		['the number alone', second, [1]],
		['the number without +', `${second?.slice(1)} is on the blocklist`, [1]],
		['the number with spaces', '+62 812-3000 002 is on the blocklist', [1]],
		['a number beside a date', `2026-01-31 ${second} LoanDate is wrong`, [1]],
		['a position in Details', 'Details[3].Unit is required', [3]],
		['a row, counted from 1', 'Row 4: Unit is required', [3]],
		['an object with the number', { Mobile: second, message: 'blocked' }, [1]],
		['an object with the number as number', { callee: 628123000002, msg: 'blocked' }, [1]],
		['an index, counted from 0', { index: 3, message: 'Unit is required' }, [3]],
		['a row, counted from 1, as text', { row: '4', message: 'Unit is required' }, [3]],
		['a number in the message', { message: `${second} is blocked` }, [1]],
		['number and position that agree', { index: 1, Mobile: second }, [1]],
		['an index 0', { index: 0 }, [0]],
		['an index beside a number too short for a phone', { number: 123_456, index: 3 }, [3]],
		['the last row', { row: 12 }, [11]],
	])('by %s', (_, entry, expected) => {
		expect(positions(entry)).toEqual(expected);
		expect(unmatched(entry)).toEqual([]);
	});

	it('by rows counted from 0, when there is a row 0', () => {
		expect(positions({ row: 0 }, 'row 2: Unit is required')).toEqual([0, 2]);
	});

	it('by a number sign', () => {
		expect(positions('#4: Unit is required')).toEqual([3]);
	});
});

describe('an entry is kept as unmatched', () => {
	it.each([
		['a text without a clue', 'something is wrong'],
		['an empty text', ''],
		['null', null],
		['a number', 3],
		['true', true],
		['a list', [3]],
		['an empty object', {}],
		['a number nobody has', { Mobile: '+628123009999', message: 'blocked' }],
		['a number nobody has, with a position', { Mobile: '+628123009999', index: 3 }],
		['the shortest number nobody has, with a position', { number: 1_234_567, index: 3 }],
		['an index past the end', { index: 12 }],
		['a row past the end', { row: 13 }],
		['a negative index', { index: -1 }],
		['an index that is no whole number', { index: 1.5 }],
		['a line, which may be a phone line', 'line 4 is not available'],
		['an amount in the text', 'LoanAmount 1500000 is too large'],
	])('when it is %s', (_, entry) => {
		expect(positions(entry)).toEqual([]);
		expect(unmatched(entry)).toEqual([entry]);
	});

	// A row wrongly told as refused is sent, and its person called, twice.
	it.each(['SIP line 2 is not available', 'Mobile number 8 digits, at least 9 wanted'])(
		'when its number is no position: %s',
		(entry) => {
			expect(positions(entry)).toEqual([]);
		},
	);

	it('beside those that are matched, in order', () => {
		const list = ['who?', { index: 1, message: 'bad' }, 'what?', { row: 5, message: 'bad' }];
		expect(positions(...list)).toEqual([1, 4]);
		expect(unmatched(...list)).toEqual(['who?', 'what?']);
	});
});

describe('a matched problem', () => {
	const problemsAt = (position: number, ...list: unknown[]) =>
		matchServiceErrors(list, contacts).rejected.get(position);

	it("has the service's words, the property and the value that was sent", () => {
		const reason = 'Details[1].Platform is not one of yours';
		expect(problemsAt(1, reason)).toEqual([{ property: 'Platform', value: 'AIRUDDER', reason }]);
		expect(problemsAt(2, { index: 2, field: 'Unit', message: 'unknown' })).toEqual([
			{ property: 'Unit', value: 'RP', reason: 'unknown' },
		]);
	});

	it.each([
		[`Mobile ${second}: LoanDate is in the future`, 'LoanDate'],
		[`Mobile: ${second} is blocked`, 'Mobile'],
		[`${second}: Mobile is blocked`, 'Mobile'],
		[`${second}: LoanDate is missing; LoanDate is required`, 'LoanDate'],
		[`${second}: Mobile must begin with +; LoanDate must be a date`, ''],
		[`Mobile (${second}): LoanDate is in the future`, 'LoanDate'],
		[`{"Mobile":"${second}","error":"LoanDate is invalid"}`, 'LoanDate'],
		[`${second}: LoanDate must be before DueDate`, 'LoanDate'],
		[`${second} is blocked`, ''],
	])('names the property that its words are about: %s', (reason, property) => {
		expect(problemsAt(1, reason)?.[0]?.property).toBe(property);
	});

	it('has the whole entry as its reason when that says nothing', () => {
		const entry = { index: 2, code: 17 };
		expect(problemsAt(2, entry)).toEqual([
			{ property: '', value: undefined, reason: JSON.stringify(entry) },
		]);
	});

	it('is one of several of the same row', () => {
		const list = [{ index: 1, message: 'a' }, { index: 1, message: 'b' }, `${second}: c`];
		expect(problemsAt(1, ...list)?.map(({ reason }) => reason)).toEqual(['a', 'b', `${second}: c`]);
	});

	it.each(['__proto__', 'constructor', 'toString'])('has no value for a field %s', (field) => {
		expect(problemsAt(1, { index: 1, field, message: 'bad' })?.[0]?.value).toBeUndefined();
	});

	// An exception would hide that the plan was created.
	it('may name its property by something that is no text', () => {
		const entry = JSON.parse('{"index":1,"field":{"toString":1},"message":"bad"}') as unknown;
		expect(problemsAt(1, entry)).toHaveLength(1);
	});
});

describe('rows with the same number', () => {
	const repeated = [first, second, first, third, first].map((Mobile) => ({ Mobile }));
	const matched = (...list: unknown[]) => [...matchServiceErrors(list, repeated).rejected.keys()];

	it('are not told as refused while some of them may be called', () => {
		const entry = { Mobile: first, message: 'blocked' };
		expect(matched(entry)).toEqual([]);
		expect(matched(entry, entry)).toEqual([]);
		expect(matched({ Mobile: first, index: 3, message: 'blocked' })).toEqual([]);
	});

	it('are matched one after the other when each has an entry', () => {
		const entry = { Mobile: first, message: 'blocked' };
		expect(matched(entry, entry, entry)).toEqual([0, 2, 4]);
	});

	it('are told apart by a position that agrees', () => {
		expect(matched({ Mobile: first, index: 4 }, { Mobile: first, row: 3 })).toEqual([4, 2]);
	});
});

it('finds numbers by the phone property that the user named', () => {
	const custom = [{ Phone: '+628123000001' }, { Phone: '+628123000002', Mobile: '+628123000001' }];
	const { rejected } = matchServiceErrors(['+628123000002: blocked'], custom, 'Phone');
	expect([...rejected.keys()]).toEqual([1]);
});
