import type { INode, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { CONTACT_PROPERTIES } from '../../../nodes/AiRudder/contacts/properties';
import { ourPackage } from '../n8n/run';

const PREFIX = 'n8n-nodes-airudder.';

export const isOurs = ({ type }: INode) => type.startsWith(PREFIX);

export const isTool = ({ type }: INode) => type.endsWith('Tool');

/** What n8n's command-line package adds to a node that is used as a tool. */
const toolProperties: INodeProperties[] = [
	{
		displayName: 'Tool Description',
		name: 'descriptionType',
		type: 'options',
		options: [
			{ name: 'Set Automatically', value: 'auto' },
			{ name: 'Set Manually', value: 'manual' },
		],
		default: 'auto',
	},
	{
		displayName: 'Description',
		name: 'toolDescription',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: { descriptionType: ['manual'] } },
	},
];

/** The built node's description; undefined when the package has no such node. */
async function descriptionOf(node: INode): Promise<INodeTypeDescription | undefined> {
	const ours = await ourPackage();
	const name = node.type.slice(PREFIX.length).replace(/Tool$/, '');
	const built = [ours.node, ours.trigger].find((each) => each.description.name === name);
	if (!built || !isTool(node)) return built?.description;
	const { description } = built;
	if (!description.usableAsTool) return undefined;
	return { ...description, properties: [...toolProperties, ...description.properties] };
}

/** What is wrong with the parameters of one of this package's nodes. */
export async function parameterProblems(node: INode): Promise<string[]> {
	const description = await descriptionOf(node);
	if (!description) return [`${node.name}: the package has no ${node.type}`];
	const { properties } = description;
	const shown =
		NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description) ??
		{};
	const issues = NodeHelpers.getNodeParametersIssues(
		properties,
		{ ...node, parameters: shown },
		description,
	);
	return [
		...missingIn(node.parameters, shown).map((name) => `${node.name}: unknown or hidden: ${name}`),
		...Object.values(issues?.parameters ?? {}).flatMap((texts) =>
			texts.map((text) => `${node.name}: ${text}`),
		),
		...mappingProblems(node),
	];
}

/** The paths of what is in one object and not in the other. */
function missingIn(given: object, kept: object, path = ''): string[] {
	return Object.entries(given).flatMap(([name, value]) => {
		if (!Object.hasOwn(kept, name)) return [path + name];
		const same = kept[name as never] as unknown;
		const deeper = [value, same].every((each) => typeof each === 'object' && each !== null);
		return deeper ? missingIn(value as object, same as unknown as object, `${path}${name}.`) : [];
	});
}

/** n8n does not look into the mapping itself, whose columns only the service of the node knows. */
function mappingProblems({ name, parameters }: INode): string[] {
	const { mappingMode, value } = (parameters.contacts ?? {}) as {
		mappingMode?: string;
		value?: object;
	};
	if (mappingMode !== 'defineBelow') return [];
	const mapped = Object.keys(value ?? {});
	const known = CONTACT_PROPERTIES.map((property) => property.name as string);
	const needed = CONTACT_PROPERTIES.filter(({ required }) => required).map((each) => each.name);
	return [
		...mapped.filter((each) => !known.includes(each)).map((each) => `${name}: no property ${each}`),
		...needed.filter((each) => !mapped.includes(each)).map((each) => `${name}: no ${each}`),
	];
}
