import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { listen } from '../../listen.ts';

interface Chat {
	stream?: boolean;
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: { name: string } }>;
}

export interface FakeModel {
	/** What an OpenAI credential takes as its base URL. */
	url: string;
	/** The arguments of the tool calls to make, one after the other. */
	script: object[];
	/** What the tools answered in the last conversation. */
	answers(): string[];
	close(): Promise<void>;
}

/** A chat model that calls the one tool it is offered as its script says, and then has done. */
export async function startModel(): Promise<FakeModel> {
	const script: object[] = [];
	let answers: string[] = [];
	const server = createServer((request, response) => {
		void read(request).then((text) => {
			const { messages, tools = [], stream } = JSON.parse(text) as Chat;
			answers = messages
				.filter(({ role }) => role === 'tool')
				.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)));
			const next = script[answers.length];
			const name = tools[0]?.function.name ?? '';
			const message = next
				? { content: null, tool_calls: [call(name, next, answers.length)] }
				: { content: 'Done' };
			const [type, reply] = stream
				? ['text/event-stream', events(message)]
				: ['application/json', JSON.stringify(completion('chat.completion', 'message', message))];
			response.setHeader('content-type', type).end(reply);
		});
	});
	const { url, close } = await listen(server);
	return { url: `${url}/v1`, script, answers: () => answers, close };
}

async function read(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request.setEncoding('utf8')) text += chunk;
	return text;
}

const call = (name: string, parameters: object, number: number) => ({
	index: 0,
	id: `call_${number}`,
	type: 'function',
	function: { name, arguments: JSON.stringify(parameters) },
});

interface Message {
	content: string | null;
	tool_calls?: object[];
}

/** The reply of `POST /chat/completions`, or a part of it when it is streamed. */
const completion = (object: string, key: 'message' | 'delta', said: Message) => ({
	id: 'chatcmpl-1',
	object,
	created: 1,
	model: 'fake',
	choices: [
		{
			index: 0,
			finish_reason: said.tool_calls ? 'tool_calls' : 'stop',
			[key]: { role: 'assistant', ...said },
		},
	],
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});

const events = (delta: Message) =>
	`data: ${JSON.stringify(completion('chat.completion.chunk', 'delta', delta))}\n\ndata: [DONE]\n\n`;
