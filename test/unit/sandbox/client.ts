import { Agent } from 'node:http';
import type { AxiosResponse } from 'axios';
import axios from 'axios';
import type { Sandbox, SandboxOptions } from '../../sandbox';
import { startSandbox } from '../../sandbox';

/** The day the service has in these tests. */
export const TODAY = '2022-11-17';

const STRATEGY = 'three_rounds';

/** The reply of the plan, strategy, task and token calls, as loosely as a client may take it. */
interface Envelope {
	readonly data: {
		readonly token?: string;
		readonly TaskID?: string;
		readonly PlanName?: string;
		readonly detail_error_list?: readonly unknown[];
	} | null;
	readonly status: string;
	readonly code: number;
	readonly message?: string;
}

type Reply = AxiosResponse<Envelope>;
type Fields = Readonly<Record<string, unknown>>;

/** A good contact, with changes; a change to undefined leaves the property out. */
export const contact = (changes: Fields = {}): Fields => ({
	Debtor: 'Smith',
	Mobile: '+6281200001111',
	LoanDate: '2022-05-24',
	DueDate: '2022-06-17',
	LoanAmount: 65,
	Arrears: 84,
	Unit: 'RP',
	Platform: 'AIRUDDER',
	...changes,
});

/** So many good contacts with numbers of their own. */
export const contacts = (count: number): Fields[] =>
	Array.from({ length: count }, (_, index) => contact({ Mobile: `+62812${10_000_000 + index}` }));

/** A good plan of one contact, with changes. */
export const plan = (changes: Fields = {}): Fields => ({
	PlanName: 'my_plan',
	Strategy: STRATEGY,
	Perform: 1,
	SIPLine: 'LIVEDEMO_CH_SOFTPHONE_LINE',
	Details: [contact()],
	...changes,
});

/** Talks to a sandbox over HTTP. Knows nothing about it that is not in the service's contract. */
export class Client {
	private readonly agent = new Agent({ keepAlive: true });

	constructor(readonly url: string) {}

	async send(
		method: string,
		path: string,
		data?: unknown,
		headers: Record<string, string> = {},
		timeout = 10_000,
	): Promise<Reply> {
		return await axios.request<Envelope>({
			method,
			url: `${this.url}${path}`,
			data,
			headers: data === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
			timeout,
			httpAgent: this.agent,
			proxy: false,
			maxRedirects: 0,
			maxBodyLength: Infinity,
			validateStatus: () => true,
		});
	}

	close(): void {
		this.agent.destroy();
	}
}

/** Starts a sandbox for the tests of a file, resets it before each, and closes it in the end. */
export function useSandbox(options: SandboxOptions = {}) {
	let sandbox: Sandbox;
	let client: Client;
	beforeAll(async () => {
		sandbox = await startSandbox({ today: TODAY, strategies: [STRATEGY], ...options });
		client = new Client(sandbox.url);
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => {
		client.close();
		await sandbox.close();
	});
	const authorization = () => ({ Authorization: `Token ${sandbox.issueToken()}` });
	return {
		get sandbox(): Sandbox {
			return sandbox;
		},
		/** Sends without a token, unless the headers have one. */
		send: async (...request: Parameters<Client['send']>) => await client.send(...request),
		logIn: async (APPKey = sandbox.appKey, APPSecret = sandbox.appSecret) =>
			await client.send('POST', '/service/cloud/auth', { APPKey, APPSecret }),
		get: async (path: string) => await client.send('GET', path, undefined, authorization()),
		post: async (path: string, body: unknown) =>
			await client.send('POST', path, body, authorization()),
		create: async (body: unknown = plan(), timeout?: number) =>
			await client.send('POST', '/service/cloud/v2/plan', body, authorization(), timeout),
	};
}
