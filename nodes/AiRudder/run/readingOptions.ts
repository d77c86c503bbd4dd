import { NodeOperationError } from 'n8n-workflow';
import type { ReadingOptions } from '../contacts/reading';
import { zoneParts } from '../contacts/zonedTime';
import { choice } from './choice';
import type { RunContext } from './context';

/** Options of the node that say how the user's rows write phones, dates and amounts. */
export function readingOptions(context: RunContext): ReadingOptions {
	const dayOf = dayIn(context.timezone);
	return {
		defaultCountryCode: countryCode(
			context,
			context.parameter<unknown>('options.defaultCountryCode', ''),
		),
		phoneFormat: choice(context, 'options.phoneFormat', ['auto', 'international', 'national']),
		dateFormat: choice(context, 'options.dateFormat', [
			'auto',
			'iso',
			'dayFirst',
			'monthFirst',
			'serial',
		]),
		numberFormat: choice(context, 'options.numberFormat', ['auto', 'pointDecimal', 'commaDecimal']),
		today: dayOf(Date.now()).day,
		dayOf,
	};
}

function countryCode(context: RunContext, given: unknown): string | undefined {
	const code = String(given ?? '')
		.trim()
		.replace(/^\+/, '');
	if (code === '') return undefined;
	if (/^[1-9]\d{0,2}$/.test(code)) return code;
	throw new NodeOperationError(
		context.node,
		`'Default Country Code' is '${code}', which is no country code`,
		{
			description: 'Write one to three digits, e.g. 62 for Indonesia',
			itemIndex: context.firstItem,
		},
	);
}

/** Day and time of day in a time zone. */
function dayIn(timeZone: string): ReadingOptions['dayOf'] {
	const partsAt = zoneParts(timeZone);
	return (instant) => {
		const { year, month, day, hour, minute, second } = partsAt(instant);
		return {
			day: `${year}-${month}-${day}`,
			midnight: `${hour}${minute}${second}` === '000000' && instant % 1000 === 0,
		};
	};
}
