/**
 * Runs Create Plan in a process of its own, with a list of processed items that outlives the process.
 *
 * Arguments: one JSON of `Job`. Prints one line of JSON, `Done`, when the run is over.
 */
import '../setup';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import { createPlan } from '../builders';
import { processedItems } from '../n8n/processedItems';
import type { RunOptions } from '../n8n/run';
import { run } from '../n8n/run';

export interface Job {
	/** Where the list of processed items is kept. */
	file: string;
	credentials: ICredentialDataDecryptedObject;
	rows: object[];
	parameters: RunOptions['parameters'];
	node: Partial<INode>;
}

export interface Done {
	statuses: unknown[];
	error?: string;
}

/** As n8n's database: what was recorded is on disk before anything else happens. */
function keepListIn(file: string): void {
	const lists = processedItems['lists'];
	if (existsSync(file)) {
		const stored = JSON.parse(readFileSync(file, 'utf8')) as Array<[string, string[]]>;
		for (const [key, list] of stored) lists.set(key, list);
	}
	const save = () => writeFileSync(file, JSON.stringify([...lists]));
	const record = processedItems.checkProcessedAndRecord.bind(processedItems);
	processedItems.checkProcessedAndRecord = async (...args) => {
		const answer = await record(...args);
		save();
		return answer;
	};
	const remove = processedItems.removeProcessed.bind(processedItems);
	processedItems.removeProcessed = async (...args) => {
		await remove(...args);
		save();
	};
}

async function main(job: Job): Promise<void> {
	keepListIn(job.file);
	const { rows, credentials, node } = job;
	const { plans, error } = await run({
		rows,
		credentials,
		node,
		parameters: createPlan(job.parameters),
	});
	const done: Done = { statuses: plans.map(({ status }) => status), error: error?.message };
	process.stdout.write(`${JSON.stringify(done)}\n`, () => process.exit());
}

void main(JSON.parse(process.argv[2] ?? '{}') as Job);
