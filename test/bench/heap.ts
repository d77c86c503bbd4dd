/** Prints how many bytes of heap a run of Create Plan keeps for each row: everything it hands on. */
import '../engine/setup';
import { createPlan, keyAndSecret } from '../engine/builders';
import { run } from '../engine/n8n/run';
import { borrowers } from '../rows';
import { startSandbox } from '../sandbox';

async function main(count: number): Promise<void> {
	const { gc } = globalThis;
	if (!gc) throw new Error('Start it with --expose-gc');
	const used = () => {
		gc();
		return process.memoryUsage().heapUsed;
	};
	const sandbox = await startSandbox({ strategies: ['reminder_3_rounds'] });
	const create = async (rows: object[]) =>
		await run({ rows, parameters: createPlan(), credentials: keyAndSecret(sandbox) });
	await create(borrowers(100));
	sandbox.reset();
	const rows = borrowers(count);
	const before = used();
	const { outputs, error } = await create(rows);
	if (error) throw new Error(error.message);
	// What the service got is not the node's.
	sandbox.reset();
	const bytesPerRow = (used() - before) / count;
	if (outputs[0]?.length === 0) throw new Error('No plan was created');
	console.log(JSON.stringify({ count, bytesPerRow }));
	await sandbox.close();
	process.exit(0);
}

main(Number(process.argv[2])).catch((error: Error) => {
	console.error(error.message);
	process.exit(1);
});
