/** Runs one program that is not Node.js, passes SIGTERM on to it, and ends with it: see foreign.mjs. */
import { spawn } from 'node:child_process';

const { command, args, ...options } = JSON.parse(process.argv[2]);
const program = spawn(command, args, { stdio: 'inherit', ...options });
process.on('SIGTERM', () => program.kill('SIGTERM'));
program.once('error', (error) => {
	console.error(error.message);
	process.exit(127);
});
program.once('exit', (code) => process.exit(code ?? 1));
