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

/** @returns milliseconds of each run, the first of which is left out */
export async function measureLimit({ url, appKey, appSecret }, { count, runs }) {
	const account = { APPKey: appKey, APPSecret: appSecret };
	const { data } = await post(`${url}/service/cloud/auth`, account);
	const bodies = bodiesOf(Array.from({ length: count }, (_, number) => contact(number)));
	const times = [];
	for (let run = 0; run <= runs; run++) {
		const since = performance.now();
		for (const body of bodies) {
			const { code } = await post(`${url}/service/cloud/v2/plan`, body, data.token);
			if (code !== 200) throw new Error(`The sandbox refused a bare request with ${code}`);
		}
		times.push(performance.now() - since);
	}
	return times.slice(1);
}
