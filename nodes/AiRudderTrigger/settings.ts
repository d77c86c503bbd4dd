import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHookFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { readAllowList } from './addresses';
import { CREDENTIAL } from './receive';
import { secretProblem } from './secret';

/**
 * Checks what notifications will be judged by, when the workflow is activated or a test begins: a mistake there
 * would otherwise only show to AI Rudder.
 *
 * @throws NodeOperationError that says what to correct
 */
export async function checkSettings(context: IHookFunctions): Promise<void> {
	const { secret } = await context.getCredentials<{ secret: string }>(CREDENTIAL);
	const problem = secretProblem(secret);
	if (problem !== undefined) {
		throw new NodeOperationError(context.getNode(), "The 'Secret' cannot be used", {
			description: `${problem}. It is in the AI Rudder Webhook API credential`,
		});
	}
	const allowList = readAllowList(context.getNodeParameter('options.allowedAddresses', ''));
	if ('wrong' in allowList) {
		throw new NodeOperationError(
			context.getNode(),
			`'${allowList.wrong.slice(0, 60)}' in 'Allowed Addresses' is not an address`,
			{ description: 'Write addresses like 203.0.113.7 or networks like 203.0.113.0/24' },
		);
	}
}

/** The credential test. There is nobody to ask: the secret is agreed on by people. */
export async function testSecret(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const problem = secretProblem(data?.secret);
	return problem === undefined
		? { status: 'OK', message: 'The secret can be used. AI Rudder has to be told about it' }
		: { status: 'Error', message: problem };
}
