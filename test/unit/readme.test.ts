import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PropertyName } from '../../nodes/AiRudder/contacts/properties';
import { CONTACT_PROPERTIES } from '../../nodes/AiRudder/contacts/properties';
import { readContact } from '../../nodes/AiRudder/contacts/readContact';
import type { ReadingOptions } from '../../nodes/AiRudder/contacts/reading';
import { borrower } from '../rows';

const ROOT = path.resolve(__dirname, '../..');
const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');

/** The cells of the table behind a marker comment, without its head. */
function table(marker: string): string[][] {
	const [, after = ''] = readme.split(`<!-- ${marker}`);
	const lines = after.split('\n').slice(1);
	const start = lines.findIndex((line) => line.startsWith('|'));
	const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
	return lines.slice(start + 2, end).map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);
}

const code = (cell: string) => /`([^`]+)`/.exec(cell)?.[1] ?? '';

describe('README', () => {
	it('describes the 13 properties as the code has them', () => {
		expect(table('properties')).toEqual(
			CONTACT_PROPERTIES.map(({ name, required, rule, example }) => [
				`\`${name}\``,
				required ? 'yes' : 'no',
				rule,
				`\`${example}\``,
			]),
		);
	});

	const readings = table('readings').map(
		([property = '', value = '', option = '', result = '']) => ({
			property: property as PropertyName,
			value: code(value),
			option,
			result,
		}),
	);

	it('has examples of readings', () => expect(readings.length).toBeGreaterThan(10));

	it.each(readings)('reads $property $value $option as it says: $result', (example) => {
		const values = new Map<string, unknown>(Object.entries(borrower(1, { DueDate: '2099-01-01' })));
		values.set(example.property, example.value);
		const read = readContact(values, optionsOf(example.option));
		const claimed = [...example.result.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? '');

		if (!example.result.startsWith('rejected')) {
			expect('contact' in read && String(read.contact[example.property])).toBe(claimed[0]);
			return;
		}
		const reasons = 'problems' in read ? read.problems.map(({ reason }) => reason) : [];
		expect(reasons).toHaveLength(1);
		for (const text of claimed) expect(reasons[0]).toContain(text);
	});
});

const DOCUMENTS = [
	'README.md',
	'README.zh-CN.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'test/README.md',
];

describe.each(DOCUMENTS)('%s', (name) => {
	const text = readFileSync(path.join(ROOT, name), 'utf8');

	it('shows JSON that is JSON', () => {
		const blocks = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json ?? '');

		for (const json of blocks) expect(() => JSON.parse(json)).not.toThrow();
	});

	it('names commands that exist', () => {
		const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
		const commands = [...text.matchAll(/(?:^|`|&& )npm (?:run )?([a-z]+(?::[a-z\d]+)*)/gm)]
			.map(([, command]) => command ?? '')
			.filter((command) => !['install', 'ci', 'pack'].includes(command));

		expect(Object.keys(scripts)).toEqual(expect.arrayContaining(commands));
	});

	it('links to headings and files that exist', () => {
		const anchors = anchorsOf(text);
		const links = [...text.matchAll(/\]\((?!http)([^)]+)\)/g)].map(([, link = '']) => link);

		for (const link of links) {
			const [file = '', anchor] = link.split('#');
			const target = path.join(ROOT, path.dirname(name), file);
			if (file !== '') expect(existsSync(target)).toBe(true);
			if (anchor === undefined) continue;
			const found = file === '' ? anchors : anchorsOf(readFileSync(target, 'utf8'));
			expect(found).toContain(anchor);
		}
	});
});

/** As GitHub makes them of the headings of a page. */
const anchorsOf = (text: string): string[] =>
	[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-'),
	);

describe('The Chinese README', () => {
	const chinese = readFileSync(path.join(ROOT, 'README.zh-CN.md'), 'utf8');
	const levels = (text: string) =>
		[...text.matchAll(/^(#+) .+$/gm)].map(([, marks = '']) => marks.length);

	it('has the chapters of the English one', () => {
		expect(levels(chinese)).toEqual(levels(readme));
	});

	it('names the 13 properties', () => {
		for (const { name } of CONTACT_PROPERTIES) expect(chinese).toContain(`\`${name}\``);
	});

	it('is linked from the top of the English one, and links back', () => {
		expect(readme.slice(0, 200)).toContain('README.zh-CN.md');
		expect(chinese.slice(0, 200)).toContain('(README.md)');
	});
});

describe('The documents', () => {
	it('have commands, JSON and links to check', () => {
		expect(readme).toMatch(/npm test[\s\S]*npm start[\s\S]*npm run sandbox/);
		expect(readme).toContain('```json');
		expect(readme).toMatch(/\]\(#/);
	});

	it('show the two commands for developers in the README and in CONTRIBUTING', () => {
		const contributing = readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');
		for (const text of [readme, contributing]) {
			expect(text).toMatch(/```sh\nnpm test .*\nnpm start .*\n```/);
		}
	});
});

describe('The workflows of GitHub', () => {
	const folder = path.join(ROOT, '.github/workflows');
	const workflows = readdirSync(folder);

	it.each(workflows)('%s pins its actions by commit', (name) => {
		const uses = [...readFileSync(path.join(folder, name), 'utf8').matchAll(/uses: (.*)$/gm)];

		expect(uses.length).toBeGreaterThan(0);
		for (const [, action] of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40} # v[\d.]+$/);
	});

	it.each(workflows)('%s runs scripts that exist, and ends by itself', (name) => {
		const text = readFileSync(path.join(folder, name), 'utf8');
		const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
		const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script);

		expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
		expect(text).toMatch(/timeout-minutes: \d+/);
		expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
	});
});

function optionsOf(text: string): ReadingOptions {
	const given = code(text);
	const options: ReadingOptions = {
		phoneFormat: 'auto',
		dateFormat: 'auto',
		numberFormat: 'auto',
		today: '2098-12-31',
		dayOf: (instant) => ({
			day: new Date(instant).toISOString().slice(0, 10),
			midnight: instant % 86_400_000 === 0,
		}),
	};
	if (text === '') return options;
	if (text.startsWith('Default Country Code')) return { ...options, defaultCountryCode: given };
	if (text.startsWith('Phone Format')) return { ...options, phoneFormat: 'international' };
	if (text.startsWith('Date Format')) return { ...options, dateFormat: 'dayFirst' };
	if (text.startsWith('Number Format')) return { ...options, numberFormat: 'commaDecimal' };
	throw new Error(`The README names an option this test does not know: ${text}`);
}
