import type { Addresses, Delivered, SendOptions } from './callbacks';
import { readAddresses, readSendOptions, sendAll } from './callbacks';
import { Calls } from './calls';
import type { Fault } from './faults';
import { Faults, misbehavingAnswer } from './faults';
import { answerStrategies, answerTask, answerTasks } from './lists';
import { answerCancel, answerStop } from './operations';
import type { CreatedPlan } from './plans';
import { answerPlan, Plans } from './plans';
import { answerCase, answerLink, answerRecording, RECORDINGS } from './recordings';
import type { Notification } from './rounds';
import { playRounds } from './rounds';
import type { Settings } from './settings';
import { readSettings } from './settings';
import type { ExpiryKind } from './tokens';
import { answerToken, Tokens } from './tokens';
import type { Answer, HttpAnswer, ReceivedRequest } from './wire';
import { refusal } from './wire';
import type { CreatedWorkflow } from './workflows';
import { answerAdd, answerCreate, answerFind, workflowPaths, Workflows } from './workflows';

/**
 * Where the calls are: `auth`, `v2/plan` and `detail` DOC, the others CLIENT. The strategy list's path
 * is a setting.
 */
const paths = {
	token: '/service/cloud/auth',
	plan: '/service/cloud/v2/plan',
	tasks: '/service/cloud/list',
	task: '/service/cloud/detail',
	stop: '/service/cloud/operation',
	cancel: '/service/cloud/cancelphonecall',
	recording: '/service/cloud/recording',
	case: '/service/cloud/case',
} as const;

/** An answer, and what the log has to know to tell about it. */
export interface Outcome {
	readonly answer: Answer;
	readonly delayMs: number;
	readonly fault: Fault | undefined;
}

/** The service without its HTTP server: what it knows, and how it answers. */
export class Service {
	private settings: Settings;

	private received: ReceivedRequest[] = [];

	private tokens = new Tokens();

	private counted = new Calls();

	private made = new Plans(this.counted);

	private running = new Workflows(this.counted);

	private faults = new Faults();

	private addresses: Addresses = {};

	private sending = new AbortController();

	constructor(private readonly settingsAtStart: Settings) {
		this.settings = settingsAtStart;
	}

	get appKey(): string {
		return this.settings.appKey;
	}

	get appSecret(): string {
		return this.settings.appSecret;
	}

	get requests(): readonly ReceivedRequest[] {
		return this.received;
	}

	get plans(): readonly CreatedPlan[] {
		return this.made.all;
	}

	get workflows(): readonly CreatedWorkflow[] {
		return this.running.all;
	}

	get tokenRequests(): number {
		return this.received.filter(({ path }) => path === paths.token).length;
	}

	callsTo(mobile: string): number {
		return this.counted.get(mobile) ?? 0;
	}

	calls(): Map<string, number> {
		return new Map(this.counted);
	}

	maxCalls(): number {
		return this.counted.most();
	}

	issueToken(): string {
		return this.tokens.issue();
	}

	expireTokens(how: ExpiryKind): void {
		this.tokens.expire(how);
	}

	misbehave(fault: Fault): void {
		this.faults.add(fault);
	}

	set(changes: Partial<Settings>): void {
		this.settings = { ...this.settings, ...readSettings(changes) };
	}

	notifyTo(addresses: Addresses): void {
		this.addresses = { ...this.addresses, ...readAddresses(addresses) };
	}

	async play(plan: string, options?: SendOptions): Promise<Delivered[]> {
		const played = this.made.find(plan);
		if (played === undefined) throw new Error(`no plan has this name or TaskID: ${plan}`);
		return await this.notify(playRounds(played), options);
	}

	async notify(
		notifications: readonly Notification[],
		options: SendOptions = {},
	): Promise<Delivered[]> {
		const { addresses, sending } = this;
		if (Object.keys(addresses).length === 0) throw new Error('no address to notify');
		return await sendAll(notifications, addresses, readSendOptions(options), sending.signal);
	}

	/** Ends deliveries that are under way. */
	stopSending(): void {
		this.sending.abort();
		this.sending = new AbortController();
	}

	reset(): void {
		this.stopSending();
		this.addresses = {};
		this.settings = this.settingsAtStart;
		this.received = [];
		this.tokens = new Tokens();
		this.counted = new Calls();
		this.made = new Plans(this.counted);
		this.running = new Workflows(this.counted);
		this.faults = new Faults();
	}

	/**
	 * Takes one request: remembers it, acts on it unless a fault prevents that, and says what goes
	 * back and how late.
	 */
	take(request: ReceivedRequest): Outcome {
		this.received.push(request);
		const fault = this.faults.take(this.namesOf(request));
		const act = () => this.honestAnswer(request);
		return {
			answer: fault ? misbehavingAnswer(fault, act) : act(),
			delayMs: fault?.delayMs ?? this.settings.delayMs,
			fault,
		};
	}

	/** What a fault may call a request in its `on`. */
	private namesOf({ path }: ReceivedRequest): string[] {
		const names = ['any', path];
		if (path === paths.token) names.push('token');
		if (path === paths.plan) names.push('plan');
		if (path === this.settings.strategyPath) names.push('strategies');
		return names;
	}

	private honestAnswer(request: ReceivedRequest): HttpAnswer {
		if (request.path.startsWith(RECORDINGS)) return answerLink(request);
		const answer = this.routes().get(`${request.method} ${request.path}`);
		if (answer === undefined) return refusal(404, 'no such address', 404);
		const { authorization, 'content-type': contentType = '' } = request.headers;
		if (request.path !== paths.token) {
			const refused = this.tokens.refuse(authorization);
			if (refused !== undefined) return refused;
		}
		if (request.method === 'POST') {
			// Required on the calls that have a body (DOC).
			if (!/^application\/json\s*(;|$)/i.test(contentType)) {
				return refusal(400, 'Content-Type must be application/json');
			}
			if (request.body === undefined) return refusal(400, 'the body is not JSON');
		}
		return answer(request);
	}

	private routes(): Map<string, (request: ReceivedRequest) => HttpAnswer> {
		const { settings, tokens, made, running } = this;
		return new Map([
			[`POST ${paths.token}`, ({ body }) => answerToken(body, settings, tokens)],
			[`POST ${paths.plan}`, ({ body }) => answerPlan(body, settings, made)],
			[`POST ${workflowPaths.create}`, ({ body }) => answerCreate(body, settings, running)],
			[`POST ${workflowPaths.add}`, ({ body }) => answerAdd(body, settings, running)],
			[`POST ${workflowPaths.find}`, ({ body }) => answerFind(body, running.all)],
			[`GET ${settings.strategyPath}`, () => answerStrategies(settings)],
			[`GET ${paths.tasks}`, () => answerTasks(made.all)],
			[`POST ${paths.stop}`, ({ body }) => answerStop(made.all, body)],
			[`POST ${paths.cancel}`, ({ body }) => answerCancel(made.all, body)],
			[`GET ${paths.recording}`, (request) => answerRecording(made.all, request)],
			[`GET ${paths.case}`, (request) => answerCase(made.all, request)],
			[`GET ${paths.task}`, ({ query }) => answerTask(made.all, query.TaskID)],
		]);
	}
}
