import type { INodeExecutionData } from 'n8n-workflow';
import type { RunResult } from '../n8n/run';
import { pairs } from '../../rows';

/** Where the rows of a run went, by the numbers of the input rows. */
interface Account {
	/** A plan's status and its rows. */
	plans: Array<{ name: string; status: string; rows: number[] }>;
	rejected: number[];
	failed: Array<{ row: number; error: string }>;
}

const isFailed = ({ json }: INodeExecutionData) => 'error' in json;

/** Reads the outputs of a run that ended without an error. */
export function accountOf({ outputs }: Pick<RunResult, 'outputs'>): Account {
	const items = outputs.slice(1).flat();
	return {
		plans: (outputs[0] ?? []).map((item) => {
			const rows = pairs(item);
			expect(item.json.contactsReceived).toBe(rows.length);
			return { name: String(item.json.PlanName), status: String(item.json.status), rows };
		}),
		rejected: items.filter((item) => !isFailed(item)).flatMap(pairs),
		failed: items.filter(isFailed).map((item) => ({
			row: pairs(item)[0] ?? -1,
			error: String(item.json.error),
		})),
	};
}

/** All rows of an account in order; each input row has to be there once. */
export const rowsOf = ({ plans, rejected, failed }: Account): number[] =>
	[...plans.flatMap(({ rows }) => rows), ...rejected, ...failed.map(({ row }) => row)].sort(
		(a, b) => a - b,
	);

/** What the error of a run that was stopped tells about its rows. */
interface Told {
	/** The plan the error is about. */
	plan: string;
	outcome: 'failed' | 'unknown';
	contacts: { about: number; created: number; notSent: number };
	created: string[];
}

const number = (text: string | undefined) => Number((text ?? '0').replaceAll(',', ''));

export function readError({
	error,
}: {
	error?: { message: string; description?: string | null };
}): Told {
	const message = error?.message ?? '';
	const description = error?.description ?? '';
	const about = /plan '([^']+)' \(([\d,]+) contacts?\)/i.exec(message);
	const created = /Created, do not send again: (.+?) \(([\d,]+) contacts?\)/.exec(description);
	const notSent = /Not sent: [\d,]+ plans? with ([\d,]+) contacts?/.exec(description);
	return {
		plan: about?.[1] ?? '',
		outcome: message.startsWith('It is not known whether') ? 'unknown' : 'failed',
		contacts: {
			about: number(about?.[2]),
			created: number(created?.[2]),
			notSent: number(notSent?.[1]),
		},
		created: (created?.[1] ?? '').split(', ').flatMap((name) => name.replaceAll("'", '') || []),
	};
}
