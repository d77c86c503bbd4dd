import type { IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';
import { assignments } from '../run/assignments';
import { checkedPath } from '../transport/path';

/** The names and values that the user entered, those without a name left out. */
export const userFields = (context: IExecutePaginationFunctions, parameter: string) =>
	Object.fromEntries(assignments(context.getNodeParameter(parameter, {}))) as IDataObject;

/** @throws ServiceFailure when it is not a path on the service's own host */
export const pathOf = (context: IExecutePaginationFunctions): string =>
	checkedPath(context.getNodeParameter('path', ''));
