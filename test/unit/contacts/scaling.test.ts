import { automaticMapping, columnPath } from '../../../nodes/AiRudder/contacts/columns';
import { namePlans } from '../../../nodes/AiRudder/contacts/names';
import { readAmount } from '../../../nodes/AiRudder/contacts/readAmount';
import { readContact } from '../../../nodes/AiRudder/contacts/readContact';
import { readDate } from '../../../nodes/AiRudder/contacts/readDate';
import { readGender } from '../../../nodes/AiRudder/contacts/readGender';
import { readPhone } from '../../../nodes/AiRudder/contacts/readPhone';
import { readText } from '../../../nodes/AiRudder/contacts/readText';
import { matchServiceErrors } from '../../../nodes/AiRudder/contacts/serviceErrors';
import { borrowers } from '../../rows';
import { options, values } from './build';

/** The shortest of a few runs, in milliseconds. */
function shortest(run: () => void): number {
	const times = Array.from({ length: 4 }, () => {
		const start = performance.now();
		run();
		return performance.now() - start;
	});
	return Math.min(...times);
}

/** Ten times the input may take ten times as long, with room for noise; a square would be a hundred times. */
function expectLinear(prepare: (size: number) => () => void, small: number): void {
	const [one, ten] = [prepare(small), prepare(small * 10)].map(shortest);
	expect(ten).toBeLessThan(40 * (one ?? 0) + 15);
}

const given = options({ defaultCountryCode: '62' });
const READERS: Array<[string, (text: string) => unknown]> = [
	['readPhone', (text) => readPhone(text, given)],
	['readDate', (text) => readDate(text, given)],
	['readAmount', (text) => readAmount(text, given)],
	['readGender', (text) => readGender(text)],
	['readText', (text) => readText(text, { maxLength: 64 })],
	['readText, verbatim', (text) => readText(text, { maxLength: 64, verbatim: true })],
	['columnPath', columnPath],
	['automaticMapping', (text) => automaticMapping()({ [text]: 1 })],
];

/** Texts in which a regular expression could lose its way: runs of each class, with and without an end. */
const CHARACTERS = [
	...' 1a+-().,/:eZ\'"[$_\u00a0\u200b\u202a\u0301\uff11',
	'\ud83d',
	'\ud83d\ude00',
];
const PAIRS = [
	'1 ',
	'1,',
	'1.',
	'1-',
	'12,',
	'123,',
	'123 ',
	'( ',
	'(0)',
	'.a',
	'["a"]',
	' .a',
	'0(',
	'\ud83d1',
];
const SHAPES: Array<[string, (run: string) => string]> = [
	['alone', (run) => run],
	['behind a digit and before a letter', (run) => `1${run}x`],
	['behind + and before !', (run) => `+${run}!`],
	['behind a day', (run) => `1 jan${run}x`],
	['in an expression without an end', (run) => `={{ $json${run}}`],
	['in brackets', (run) => `(${run}0${run}`],
];

describe.each(READERS)('%s takes no longer than ten times for ten times the text', (_, read) => {
	it.each(SHAPES)('made of one run %s', (_shape, shape) => {
		for (const unit of [...CHARACTERS, ...PAIRS]) {
			expectLinear((size) => {
				const text = shape(unit.repeat(size / unit.length));
				return () => read(text);
			}, 10_000);
		}
	});
});

describe('ten times the rows take no longer than ten times', () => {
	it('when all of them are rejected for all they hold', () => {
		const bad = new Map([...values().keys()].map((name) => [name, { not: 'a value' }]));
		expectLinear(
			(size) => () => {
				for (let row = 0; row < size; row++) readContact(bad, given);
			},
			1_000,
		);
	});

	it('when the service refuses all of them', () => {
		expectLinear((size) => {
			const contacts = borrowers(size);
			const list = contacts.map(({ Mobile }) => `Mobile ${Mobile}: blocked`);
			return () => matchServiceErrors(list, contacts);
		}, 1_000);
	});

	// If each counted from 2 again, 10,000 plans would hold the event loop for 20 s.
	it('when each becomes a plan with the same given name', () => {
		expectLinear((size) => {
			const plans = borrowers(size).map((contact, row) => ({
				settings: { strategy: 's', sipLine: 'l', planName: 'March' },
				contacts: [contact],
				rows: [row],
			}));
			return () => namePlans(plans, { today: given.today });
		}, 300);
	});
});

describe('what the service says takes no longer than ten times for ten times the text', () => {
	const match = (text: string) => matchServiceErrors([text], borrowers(3));

	it.each(['1', ' ', '-', '(', 'row ', 'row', '1234-', '12-12-', 'details[', '#'])(
		'of %p',
		(unit) => {
			expectLinear((size) => {
				const text = unit.repeat(size / unit.length);
				return () => match(text);
			}, 10_000);
		},
	);

	it('of spaces behind a word for a position', () => {
		expectLinear((size) => () => match(`row${' '.repeat(size)}x`), 2_000);
	});
});
