import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { AiRudderApi } from '../../credentials/AiRudderApi.credentials';
import { AiRudderWebhookApi } from '../../credentials/AiRudderWebhookApi.credentials';
import { AiRudder } from '../../nodes/AiRudder/AiRudder.node';
import { AiRudderTrigger } from '../../nodes/AiRudderTrigger/AiRudderTrigger.node';

const FORMS: Array<[string, INodeProperties[]]> = [
	['the node', new AiRudder().description.properties],
	['the trigger', new AiRudderTrigger().description.properties],
	['the API credential', new AiRudderApi().properties],
	['the webhook credential', new AiRudderWebhookApi().properties],
];

const isProperty = (
	option: INodePropertyOptions | INodeProperties | INodePropertyCollection,
): option is INodeProperties => 'type' in option;

/** All parameters of a form that people fill in, those inside collections too. */
const filledIn = (properties: INodeProperties[]): INodeProperties[] =>
	properties
		.flatMap((property) => [property, ...(property.options ?? []).filter(isProperty)])
		.filter(({ type }) => type !== 'notice' && type !== 'hidden');

/** In words that tell which of several of the same name it is. */
const where = ({ name, displayOptions }: INodeProperties) =>
	[name, ...Object.values(displayOptions?.show ?? {}).flat()].join(' ');

const PARAMETERS = FORMS.flatMap(([form, properties]) =>
	filledIn(properties).map((property) => [`${form}: ${where(property)}`, property] as const),
);

/** Their options say what each is. */
const SAYS_ITSELF = ['resource', 'operation', 'options'];

/** Texts that are typed in, and what the empty field shows. */
const TYPED = PARAMETERS.flatMap(([title, { type, placeholder, modes = [] }]) => [
	...(type === 'string' ? [[title, placeholder] as const] : []),
	...modes
		.filter((mode) => mode.type === 'string')
		.map((mode) => [`${title} ${mode.name}`, mode.placeholder] as const),
]);

/** Words that only fit a parameter of one kind. */
const WIDGETS: Array<[RegExp, INodeProperties['type']]> = [
	[/^Whether /, 'boolean'],
	[/^(How many|Max number|Seconds|In MB)/, 'number'],
	[/Drag columns in/, 'assignmentCollection'],
];

describe('What people fill in', () => {
	it('are the parameters of both nodes and both credentials', () => {
		expect(PARAMETERS.length).toBeGreaterThan(50);
		expect(TYPED.length).toBeGreaterThan(20);
	});

	it.each(PARAMETERS)('%s says what it is for', (_, { name, type, ...property }) => {
		if (SAYS_ITSELF.includes(name)) return;
		const text = property.description ?? property.hint ?? '';
		expect(text.split(' ').length).toBeGreaterThan(3);
		expect(text).not.toBe(property.displayName);
		for (const [words, widget] of WIDGETS) if (words.test(text)) expect(type).toBe(widget);
		if (type === 'boolean') expect(text).toMatch(/^Whether /);
	});

	it.each(TYPED)('%s shows an example where text is typed', (_, placeholder) => {
		expect(placeholder).toMatch(/^e\.g\. ./);
	});

	it('have choices of which each says what it does', () => {
		const choices = PARAMETERS.filter(
			([, { name, type }]) => /options|multiOptions/i.test(type) && name !== 'resource',
		).flatMap(([title, { options = [] }]) =>
			options.map((option) => [title, option as INodePropertyOptions] as const),
		);
		const silent = choices.filter(([, { description }]) => !description);
		// How an amount is written needs no words.
		expect(silent.map(([, { name }]) => name)).toEqual([
			...['1,234.56', '1.234,56'],
			...['1,234.56', '1.234,56'],
		]);
	});
});
