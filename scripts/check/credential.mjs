import assert from 'node:assert/strict';
import { trigger, withCredential } from '../open/example.mjs';
import { freePort } from '../process/ports.mjs';

const html = (on) => ({ on, kind: 'html', times: 99 });

/** What users get wrong, and what networks do. `fault` makes the sandbox misbehave meanwhile. */
const mistakes = async () => [
	['a wrong key', { appKey: 'wrong-key' }],
	['a wrong secret', { appSecret: 'wrong-secret-7d1f' }],
	['a host that cannot be reached', { baseUrl: `http://127.0.0.1:${await freePort()}` }],
	['a page in place of JSON', {}, html('any')],
];

/** Tests the credential, and then runs the example with what is wrong: both must say so, and no secret. */
export async function checkCredential({ api, credential, workflow, sandbox }, check) {
	await check('the credential test says OK', async () => {
		const { status, message } = await api.testCredential(credential);
		assert.equal(status, 'OK', message);
	});
	const messages = { tested: new Set(), run: new Set() };
	const cases = await mistakes();
	for (const [title, changes, fault] of cases) {
		const data = { ...credential.data, ...changes };
		const assertClear = (message, seen) => {
			assert.ok(message, 'no message');
			for (const secret of [data.appSecret, credential.data.appSecret]) {
				assert.ok(!message.includes(secret), 'the secret is in the message');
			}
			seen.add(message);
			return message;
		};
		await sandbox.reset();
		if (fault) await sandbox.misbehave(fault);
		let broken;
		await check(`the credential test says that there is ${title}`, async () => {
			broken = await api.putCredential({ name: title, type: credential.type, data });
			const { status, message } = await api.testCredential(broken);
			assert.equal(status, 'Error', message);
			return assertClear(message, messages.tested);
		});
		await check(`a run says that there is ${title}`, async () => {
			const copy = { ...withCredential(workflow, broken), name: `With ${title}` };
			const { status, error } = await api.runWorkflow(await api.putWorkflow(copy), trigger);
			assert.equal(status, 'error');
			return assertClear(
				[error.message, error.description].filter(Boolean).join('\n'),
				messages.run,
			);
		});
	}
	await check('each of these has a message of its own', () => {
		assert.deepEqual([messages.tested.size, messages.run.size], [cases.length, cases.length]);
	});
	await check('nothing was created meanwhile', async () => {
		assert.equal((await sandbox.state()).plans.length, 0);
	});
}
