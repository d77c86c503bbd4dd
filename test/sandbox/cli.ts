import { parseArgs } from 'node:util';
import { startSandbox } from './index';
import { defaults } from './settings';
import type { Sandbox } from './index';

const USAGE = `Usage: npm run sandbox -- [--port 8377] [--json]
  --port  the port to listen on; 0 takes any free one
  --json  print one line of JSON when ready, { url, appKey, appSecret }, and log to stderr`;

interface Wishes {
	readonly port: number;
	readonly json: boolean;
}

/** Throws an Error that says what is wrong with the arguments. */
function readArguments(): Wishes {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '8377' },
			json: { type: 'boolean', default: false },
		},
	});
	const port = Number(values.port);
	if (!/^\d+$/.test(values.port ?? '') || port > 65_535)
		throw new Error(`not a port: ${values.port}`);
	return { port, json: values.json ?? false };
}

function welcome({ url, appKey, appSecret }: Sandbox): string {
	return `A stand-in for AI Rudder is ready. It calls nobody.

  Base URL    ${url}
  App Key     ${appKey}
  App Secret  ${appSecret}
  Strategies  ${defaults.strategies.join(', ')}

Put the first three into an AI Rudder API credential. It checks plans the way the service is documented
to, counts who would have been called, and misbehaves on command. This has it create the next plan and
hang up before it answers:
curl -d '{"on": "plan", "kind": "hangUpAfter"}' ${url}/__sandbox/misbehave
What it saw: ${url}/__sandbox/state
Ctrl-C to stop.
`;
}

function explain(error: unknown, port: number): string {
	const { code, message } = error as NodeJS.ErrnoException;
	return code === 'EADDRINUSE'
		? `Port ${port} is in use. Stop what uses it, or choose another: npm run sandbox -- --port 0 takes any free one.`
		: message;
}

async function main({ port, json }: Wishes): Promise<void> {
	const log = json ? console.error : console.log;
	const sandbox = await startSandbox({ port, log: (line) => log(line) });
	// Terminals and tsx may both pass the signal on, so it can come twice.
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void sandbox.close());
	const { url, appKey, appSecret } = sandbox;
	console.log(json ? JSON.stringify({ url, appKey, appSecret }) : welcome(sandbox));
}

function fail(message: string): void {
	console.error(message);
	process.exitCode = 1;
}

try {
	const wishes = readArguments();
	main(wishes).catch((error: unknown) => fail(explain(error, wishes.port)));
} catch (error) {
	fail(`${(error as Error).message}\n${USAGE}`);
}
