import type { INode } from 'n8n-workflow';
import { OUTSIDE } from './outside';
import { isOurs, isTool, parameterProblems } from './parameters';
import type { Example } from './read';

const isNote = ({ type }: INode) => type === 'n8n-nodes-base.stickyNote';

/** All that keeps an example from being imported and understood. */
export async function problemsOf(example: Example): Promise<string[]> {
	const ours = example.nodes.filter(isOurs);
	return [
		...(ours.length > 0 ? [] : ['no node of this package']),
		...noteProblems(example),
		...placeProblems(example),
		...(await Promise.all(ours.map(parameterProblems))).flat(),
		...example.nodes.filter((node) => !isOurs(node)).flatMap(outsideProblems),
		...connectionProblems(example),
		...privateProblems(example),
	];
}

function noteProblems({ nodes }: Example): string[] {
	const notes = nodes.filter(isNote);
	if (notes.length !== 1) return ['not one sticky note'];
	const content = String(notes[0]?.parameters.content ?? '');
	const named = [...content.matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name);
	const calls = nodes.some(
		({ parameters }) => parameters.operation === 'create' && parameters.sipLine,
	);
	return [
		...(/^## .+\n\n/.test(content) ? [] : ['the note has no heading']),
		...(content.length <= 2_000 ? [] : ['the note is long']),
		...(nodes.some(({ name }) => named.includes(name)) ? [] : ['the note names no node']),
		...(calls && !/real people|Real calls/.test(content) ? ['the note does not warn'] : []),
	];
}

/** How wide a node and what is written below it are. */
const WIDTH = 200;
const HEIGHT = 100;

function placeProblems({ nodes }: Example): string[] {
	const [note] = nodes.filter(isNote);
	const others = nodes.filter((node) => !isNote(node));
	const bottom = (note?.position[1] ?? 0) + Number(note?.parameters.height);
	return others.flatMap(({ name, position: [x, y] }, index) => [
		...(y >= bottom ? [] : [`${name}: under the note`]),
		...others
			.slice(index + 1)
			.filter(({ position }) => Math.abs(position[0] - x) < WIDTH)
			.filter(({ position }) => Math.abs(position[1] - y) < HEIGHT)
			.map((other) => `${name}: too near to ${other.name}`),
	]);
}

const outsideProblems = ({ name, type, typeVersion }: INode): string[] =>
	OUTSIDE[type]?.version === typeVersion ? [] : [`${name}: ${type} ${typeVersion} is not allowed`];

const outputsOf = (node: INode): string[] => {
	if (isTool(node)) return ['ai_tool'];
	return node.parameters.resource === 'plan' ? ['main', 'main'] : ['main'];
};

function connectionProblems({ nodes, connections }: Example): string[] {
	const names = nodes.map(({ name }) => name);
	const problems = names
		.filter((name, index) => names.indexOf(name) !== index)
		.map((name) => `two nodes are called ${name}`);
	for (const [name, byType] of Object.entries(connections)) {
		const from = nodes.find((node) => node.name === name);
		if (!from) problems.push(`a connection from ${name}, which is not there`);
		for (const [type, outputs] of Object.entries(byType)) {
			const has = from && isOurs(from) && outputsOf(from).filter((each) => each === type).length;
			if (typeof has === 'number' && outputs.length > has) problems.push(`${name}: no such output`);
			for (const to of outputs.flatMap((links) => links ?? [])) {
				if (to.type !== type) problems.push(`${name}: ${type} leads to ${to.type}`);
				if (!names.includes(to.node)) problems.push(`${name} leads to ${to.node}, not there`);
			}
		}
	}
	const reached = Object.values(connections).flatMap((byType) =>
		Object.values(byType).flatMap((outputs) => outputs.flatMap((to) => to ?? [])),
	);
	const loose = nodes.filter(
		(node) =>
			!isNote(node) && !connections[node.name] && !reached.some((to) => to.node === node.name),
	);
	return [...problems, ...loose.map(({ name }) => `${name}: connected to nothing`)];
}

/** Numbers that nobody has: 202-555-01xx is reserved for fiction, the other is the tests' own. */
const FICTITIOUS = /^(?:1?20255501\d\d|628123456\d{3})$/;
const PHONE = /\+?\d(?:[\s().-]*\d){8,}/g;

function privateProblems({ nodes, ...rest }: Example): string[] {
	const withoutIds = (key: string, value: unknown) => (key === 'id' ? undefined : value);
	const texts = nodes.map(({ parameters }) => JSON.stringify(parameters, withoutIds)).join('\n');
	const numbers = (texts.match(PHONE) ?? [])
		.map((text) => text.replace(/\D/g, ''))
		.filter((digits) => !FICTITIOUS.test(digits));
	return [
		...numbers.map((digits) => `not a fictitious number: ${digits}`),
		...nodes.filter((node) => node.credentials).map(({ name }) => `${name}: has credentials`),
		...Object.keys(rest)
			.filter((key) => !['name', 'connections', 'settings'].includes(key))
			.map((key) => `${key} is not for others`),
	];
}
