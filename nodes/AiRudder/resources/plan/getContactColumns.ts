import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { CONTACT_PROPERTIES } from '../../contacts/properties';

/**
 * The columns of the resource mapper 'Contacts'. All are texts: n8n's own conversion turns an empty cell
 * into 0 and a sheet's serial date into the year 45290, so reading values is left to the node.
 */
export async function getContactColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return {
		fields: CONTACT_PROPERTIES.map(({ name, label, required }) => ({
			id: name,
			displayName: label,
			required,
			defaultMatch: false,
			display: true,
			type: 'string',
		})),
	};
}
