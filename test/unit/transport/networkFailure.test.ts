import { networkFailure } from '../../../nodes/AiRudder/transport/networkFailure';

const connecting = { syscall: 'connect' };

describe('An error without a reply', () => {
	it.each([
		[{ code: 'ECONNREFUSED' }, 'refused the connection', 'no'],
		// As n8n 2.8 and 1.12x tell it.
		[{ httpCode: 'ECONNREFUSED' }, 'refused the connection', 'no'],
		[{ cause: { cause: { code: 'ENOTFOUND' } } }, 'was not found', 'no'],
		[{ code: 'EAI_AGAIN' }, 'could not be looked up', 'no'],
		[{ code: 'EHOSTUNREACH', ...connecting }, 'cannot be reached from here', 'no'],
		[{ code: 'ENETUNREACH', ...connecting }, 'cannot be reached from here', 'no'],
		[{ code: 'EHOSTUNREACH' }, 'closed the connection without an answer', 'unknown'],
		[{ code: 'ETIMEDOUT', ...connecting }, 'did not answer in time', 'no'],
		[{ code: 'ETIMEDOUT' }, 'did not answer in time', 'unknown'],
		[{ code: 'ECONNABORTED' }, 'did not answer in time', 'unknown'],
		[{ code: 'ECONNRESET' }, 'closed the connection without an answer', 'unknown'],
		[{ code: 'ECONNRESET', ...connecting }, 'closed the connection without an answer', 'no'],
		[undefined, 'closed the connection without an answer', 'unknown'],
	])('%j: the service %s, and acted: %s', (error, what, acted) => {
		const { message, ...failure } = networkFailure(error, 'host:1');
		expect(message).toMatch(`host:1 ${what}`);
		expect(failure).toMatchObject({ acted, passing: true });
	});

	it.each([
		['CERT_HAS_EXPIRED', 'no', /certificate of host:1 was not accepted/],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'no', /certificate/],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'no', /certificate/],
		['ERR_CANCELED', 'unknown', /execution was stopped/],
	])('%s will not pass', (code, acted, message) => {
		const failure = networkFailure({ cause: { code } }, 'host:1');
		expect(failure.message).toMatch(message);
		expect(failure).toMatchObject({ acted, passing: false });
	});

	it('may be its own cause', () => {
		const error: { cause?: unknown } = {};
		error.cause = error;
		expect(networkFailure(error, 'host:1').acted).toBe('unknown');
	});
});
