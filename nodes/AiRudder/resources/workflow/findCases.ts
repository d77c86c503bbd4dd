import type { IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';
import { readPhone } from '../../contacts/readPhone';
import { ServiceFailure } from '../../transport/failure';
import { maskNumbers } from '../../transport/privacy';
import { declarative } from '../operation';
import { asItem, listIn } from '../replies';
import { FIND_PATH } from './find';

/**
 * Find in Workflows: `POST /service/cloud/workflow/detailinstances` with `case_id` or `callee`, `start_time` and
 * `end_time` (DOC). The form of the times is not known, so they are sent as the user writes them; that the reply
 * is a list, or holds one, is a GUESS.
 */
export const find = declarative((context) => ({
	question: {
		method: 'POST',
		path: FIND_PATH,
		body: {
			...wanted(context),
			start_time: required(context, 'periodStart', 'Start Time'),
			end_time: required(context, 'periodEnd', 'End Time'),
		},
		// It only reads.
		harmless: true,
	},
	items: (data) =>
		listIn(data, 'cases', 'Use the HTTP Request node with the AI Rudder credential instead').map(
			asItem,
		),
}));

function wanted(context: IExecutePaginationFunctions): IDataObject {
	if (context.getNodeParameter('findBy', 'caseId') !== 'callee') {
		return { case_id: required(context, 'caseId', 'Case ID') };
	}
	const phone = readPhone(required(context, 'callee', 'Callee'), { phoneFormat: 'auto' });
	if ('value' in phone) return { callee: phone.value };
	throw new ServiceFailure("'Callee' is not a phone number with + and country code", {
		advice: 'reason' in phone ? maskNumbers(phone.reason) : 'Fill it in',
		acted: 'no',
	});
}

function required(context: IExecutePaginationFunctions, name: string, label: string): string {
	const text = String(context.getNodeParameter(name, '') ?? '').trim();
	if (text !== '') return text;
	throw new ServiceFailure(`'${label}' is empty`, { advice: 'Fill it in', acted: 'no' });
}
