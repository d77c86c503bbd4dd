/** What cannot be beaten: the same bodies as JSON, and one bare request each with Node's own client. */
import { createRequire } from 'node:module';
import { bodiesOf } from './variants.mjs';

const { contact } = createRequire(import.meta.url)('./nodes/Rows.node.js');

async function post(url, body, token) {
	const headers = {
		'content-type': 'application/json',
		...(token && { authorization: `Token ${token}` }),
	};
	const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
	return await response.json();
}

/** @returns a function that sends `count` rows once, and gives the milliseconds that it took */
export function limitOf(sandbox, { count }) {
	const { url, appKey, appSecret } = sandbox;
	const account = { APPKey: appKey, APPSecret: appSecret };
	const bodies = bodiesOf(Array.from({ length: count }, (_, number) => contact(number)));
	return async () => {
		await sandbox.reset();
		const { data } = await post(`${url}/service/cloud/auth`, account);
		const since = performance.now();
		for (const body of bodies) {
			const { code } = await post(`${url}/service/cloud/v2/plan`, body, data.token);
			if (code !== 200) throw new Error(`The sandbox refused a bare request with ${code}`);
		}
		return performance.now() - since;
	};
}
