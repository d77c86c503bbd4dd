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
import { listOf, options, values } from './build';

/** Large enough that work which grows with the square of it takes far longer than work in proportion. */
const LARGE = 100_000;

/** Milliseconds: a time limit, not a measure. Work in proportion takes a few, on a busy machine some hundred. */
const LONGEST = 10_000;

/** Does the work, which has to be over soon: jest's own time limit is deaf while the work goes on. */
async function soon<T>(work: () => T | Promise<T>): Promise<T> {
	const since = performance.now();
	const result = await work();
	expect(performance.now() - since).toBeLessThan(LONGEST);
	return result;
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

describe.each(READERS)('%s gets through a text of 100,000 characters', (_, read) => {
	it.each(SHAPES)('made of one run %s', async (_shape, shape) => {
		for (const unit of [...CHARACTERS, ...PAIRS]) {
			const text = shape(unit.repeat(LARGE / unit.length));
			await soon(() => read(text));
		}
	});
});

describe('many rows are got through', () => {
	it('when all of them are rejected for all they hold', async () => {
		const bad = new Map([...values().keys()].map((name) => [name, { not: 'a value' }]));
		const rows = Array.from({ length: 10_000 }, () => bad);
		const results = await soon(() => rows.map((row) => readContact(row, given)));

		expect(results.filter((result) => 'problems' in result)).toHaveLength(10_000);
	});

	it('when the service refuses all of them', async () => {
		const contacts = borrowers(10_000);
		const list = contacts.map(({ Mobile }) => `Mobile ${Mobile}: blocked`);

		const { rejected } = await soon(() => matchServiceErrors(list, contacts));
		expect(rejected.size).toBe(10_000);
	});

	// If each counted from 2 again, 10,000 plans would hold the event loop for 20 s.
	it('when each becomes a plan with the same given name', async () => {
		const plans = borrowers(20_000).map((contact, row) => ({
			settings: { strategy: 's', sipLine: 'l', planName: 'March' },
			contacts: listOf([contact]),
			rows: [row],
		}));

		const named = await soon(async () => await namePlans(plans, { today: given.today }));
		expect(named.at(-1)?.name).toBe('March-20000');
	});
});

describe('what the service says is got through, however long', () => {
	const match = (text: string) => matchServiceErrors([text], borrowers(3));

	it.each(['1', ' ', '-', '(', 'row ', 'row', '1234-', '12-12-', 'details[', '#'])(
		'of %p',
		async (unit) => {
			await soon(() => match(unit.repeat(LARGE / unit.length)));
		},
	);

	it('of spaces behind a word for a position', async () => {
		await soon(() => match(`row${' '.repeat(LARGE)}x`));
	});
});
