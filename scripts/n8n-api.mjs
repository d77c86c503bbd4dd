import { setTimeout as sleep } from 'node:timers/promises';
import { parseFlatted } from './n8n/flatted.mjs';

const unfinished = new Set(['new', 'running', 'waiting', 'unknown']);

/** n8n 1 writes the status of an execution a moment before what came of its nodes. */
const hasEnded = ({ status, error, runData = {} }) =>
	!unfinished.has(status) &&
	(error !== undefined ||
		Object.keys(runData).length > 0 ||
		!['success', 'error'].includes(status));

/** n8n's own REST interface, as its editor uses it: not a stable one, hence the pinned versions. */
export class N8nApi {
	#cookie = '';

	/** @param url n8n's address without a final slash */
	constructor(url) {
		this.url = url;
	}

	/**
	 * @returns the answer's `data`, or the whole of it when it has none
	 * @throws Error with n8n's own message and the `status` when that is not 2xx
	 */
	async request(method, path, body) {
		const response = await fetch(this.url + path, {
			method,
			headers: {
				'browser-id': 'n8n-nodes-airudder-scripts',
				cookie: this.#cookie,
				// An n8n that was busy for seconds closes idle connections just as they are used again.
				connection: 'close',
				...(body && { 'content-type': 'application/json' }),
			},
			body: body && JSON.stringify(body),
			signal: AbortSignal.timeout(60_000),
		});
		for (const cookie of response.headers.getSetCookie()) {
			if (cookie.startsWith('n8n-auth=')) this.#cookie = cookie.split(';')[0];
		}
		const text = await response.text();
		const answer = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
		if (!response.ok) {
			const message = `n8n: ${method} ${path}: ${response.status} ${answer.message ?? text}`;
			throw Object.assign(new Error(message), { status: response.status });
		}
		return answer.data ?? answer;
	}

	/** Signs in as the owner; creates the owner's account when n8n has none. */
	async signIn({ email, password }) {
		const settings = await this.request('GET', '/rest/settings');
		if (settings.userManagement.showSetupOnFirstLoad) {
			const owner = { email, password, firstName: 'Sandbox', lastName: 'Owner' };
			await this.request('POST', '/rest/owner/setup', owner);
		} else {
			await this.request('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		}
	}

	/** Creates the credential of this name and type, or gives the one that is there new data. */
	async putCredential({ name, type, data }) {
		const all = await this.request('GET', '/rest/credentials');
		const old = all.find((one) => one.name === name && one.type === type);
		const body = { name, type, data };
		const saved = old
			? await this.request('PATCH', `/rest/credentials/${old.id}`, body)
			: await this.request('POST', '/rest/credentials', body);
		return { id: saved.id, name, type, data };
	}

	/** Runs the credential's own test. @returns {status: 'OK' | 'Error', message} */
	async testCredential(credential) {
		return await this.request('POST', '/rest/credentials/test', { credentials: credential });
	}

	/** Creates the workflow, or replaces the one of the same name. @returns it with its id */
	async putWorkflow({ name, nodes, connections, settings, pinData = {} }) {
		const filter = encodeURIComponent(JSON.stringify({ name, isArchived: false }));
		const found = await this.request('GET', `/rest/workflows?filter=${filter}`);
		const old = found.find((one) => one.name === name);
		const body = { name, nodes, connections, settings, pinData, active: false };
		return old
			? await this.request('PATCH', `/rest/workflows/${old.id}?forceSave=true`, body)
			: await this.request('POST', '/rest/workflows', body);
	}

	/**
	 * Switches a workflow on. Its webhooks are there a moment later.
	 *
	 * @param {{ id: string, versionId?: string }} workflow
	 * @param {string} [address] of a webhook to wait for, one that refuses an empty request
	 */
	async activate({ id, versionId }, address) {
		const path = `/rest/workflows/${id}`;
		try {
			await this.request('POST', `${path}/activate`, { versionId });
		} catch (error) {
			if (error.status !== 404) throw error;
			// Before n8n 1.12x.
			await this.request('PATCH', path, { active: true, versionId });
		}
		while (address && (await fetch(address, { method: 'POST' })).status === 404) await sleep(100);
	}

	/** Starts a workflow from its trigger node. @returns the id of the execution */
	async startWorkflow(workflow, trigger) {
		const start = { workflowData: workflow, triggerToStartFrom: { name: trigger }, startNodes: [] };
		const { executionId } = await this.request('POST', `/rest/workflows/${workflow.id}/run`, start);
		return executionId;
	}

	/** Waits for the end of an execution. @returns as `execution` does */
	async ended(executionId, { timeout = 120_000 } = {}) {
		for (const since = Date.now(); Date.now() - since < timeout; await sleep(200)) {
			const execution = await this.execution(executionId);
			if (hasEnded(execution)) return execution;
		}
		throw new Error(`Execution ${executionId} has not ended after ${timeout / 1000} s`);
	}

	/** Runs a workflow from its trigger node and waits for the end. @returns as `execution` does */
	async runWorkflow(workflow, trigger, options) {
		return await this.ended(await this.startWorkflow(workflow, trigger), options);
	}

	/** Stops an execution, as the editor's button does. */
	async stopExecution(id) {
		await this.request('POST', `/rest/executions/${id}/stop`);
	}

	/**
	 * @returns {id, status, error, runData, stored}: `runData[node][0].data.main[output]` are a node's items;
	 * `stored` has the length of what is saved and how many milliseconds it ran; all but id and status are
	 * missing or without meaning as long as it runs
	 */
	async execution(id) {
		const answer = await this.request('GET', `/rest/executions/${id}`);
		const { status, data, startedAt, stoppedAt } = answer;
		const { error, runData } = parseFlatted(data)?.resultData ?? {};
		const milliseconds = Date.parse(stoppedAt) - Date.parse(startedAt);
		return { id, status, error, runData, stored: { length: data?.length, milliseconds } };
	}

	/** How many of a workflow's executions have ended well, and the ids of the latest 100. */
	async succeeded(workflowId) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['success'] }));
		const path = `/rest/executions?limit=100&filter=${filter}`;
		const { count, results } = await this.request('GET', path);
		return { count, ids: results.map(({ id }) => id) };
	}

	/** The entries of a drop-down list that a node fills itself. */
	async listSearch(field, method, node, filter) {
		const body = { ...node, path: `parameters.${field}`, methodName: method, filter };
		return await this.request(
			'POST',
			'/rest/dynamic-node-parameters/resource-locator-results',
			body,
		);
	}

	/** The columns of a mapper. */
	async mapperFields(field, method, node) {
		const body = { ...node, path: `parameters.${field}`, methodName: method };
		return await this.request('POST', '/rest/dynamic-node-parameters/resource-mapper-fields', body);
	}
}
