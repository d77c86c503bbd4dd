import type { IDataObject, IExecutePaginationFunctions, INodeProperties } from 'n8n-workflow';
import { checkedPath } from '../transport/path';

type Show = NonNullable<INodeProperties['displayOptions']>['show'];

interface Assignments {
	assignments?: Array<{ name?: unknown; value?: unknown }>;
}

/** The names and values that the user entered, those without a name left out. */
export function userFields(context: IExecutePaginationFunctions, parameter: string): IDataObject {
	const { assignments = [] } = context.getNodeParameter(parameter, {}) as Assignments;
	return Object.fromEntries(
		assignments
			.filter(({ name }) => typeof name === 'string' && name.trim() !== '')
			.map(({ name, value }) => [String(name).trim(), value as IDataObject['value']]),
	);
}

/** An address that is not documented publicly, which the user can correct. */
export const pathField = (show: Show, path: string): INodeProperties => ({
	displayName: 'Path',
	name: 'path',
	type: 'string',
	required: true,
	displayOptions: { show },
	default: path,
	placeholder: `e.g. ${path}`,
	description:
		'Where AI Rudder takes this request. It is not documented publicly: correct it when nothing is there.',
});

/** @throws ServiceFailure when it is not a path on the service's own host */
export const pathOf = (context: IExecutePaginationFunctions): string =>
	checkedPath(context.getNodeParameter('path', ''));
