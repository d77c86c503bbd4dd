import { numberOf } from './contacts';
import type { CreatedPlan } from './plans';
import type { HttpAnswer, ReceivedRequest } from './wire';
import { refusal } from './wire';

/** Where links to recordings lead. They need no token, and get none: it would be somebody else's server. */
export const RECORDINGS = '/recordings/';

/** A second of silence: 8,000 samples of 8 bits, behind the 44 bytes of a WAV header. */
function silence(): Buffer {
	const samples = 8_000;
	const header = Buffer.alloc(44);
	header.write('RIFF', 0);
	header.writeUInt32LE(36 + samples, 4);
	header.write('WAVEfmt ', 8);
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(1, 22);
	header.writeUInt32LE(8_000, 24);
	header.writeUInt32LE(8_000, 28);
	header.writeUInt16LE(1, 32);
	header.writeUInt16LE(8, 34);
	header.write('data', 36);
	header.writeUInt32LE(samples, 40);
	return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

const wav = (name: string): HttpAnswer => ({
	status: 200,
	headers: {
		'content-type': 'audio/wav',
		'content-disposition': `attachment; filename="${name}"`,
	},
	text: '',
	bytes: silence(),
});

/** A link: the file to whoever knows it, unless a token comes along. */
export function answerLink({ path, headers }: ReceivedRequest): HttpAnswer {
	if (headers.authorization !== undefined) return refusal(400, 'no token is wanted here', 400);
	return wav(path.slice(RECORDINGS.length));
}

/** `GET /service/cloud/recording` (CLIENT: path). That it takes `TaskID` and sends a file is a GUESS. */
export function answerRecording(
	plans: readonly CreatedPlan[],
	{ query }: ReceivedRequest,
): HttpAnswer {
	const plan = plans.find(({ TaskID }) => TaskID === query.TaskID);
	return plan === undefined ? refusal(404, 'TaskID does not exist') : wav(`${plan.TaskID}.wav`);
}

/** `GET /service/cloud/case` (CLIENT: path). That it takes `TaskID` and `Mobile` is a GUESS. */
export function answerCase(plans: readonly CreatedPlan[], { query }: ReceivedRequest): HttpAnswer {
	const plan = plans.find(({ TaskID }) => TaskID === query.TaskID);
	const called = plan?.Details.some((contact) => numberOf(contact) === query.Mobile);
	return called ? wav('call.wav') : refusal(404, 'there is no such call');
}
