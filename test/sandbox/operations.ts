import { numberOf } from './contacts';
import type { CreatedPlan } from './plans';
import type { HttpAnswer } from './wire';
import { isObject, refusal, success } from './wire';

/** `POST /service/cloud/operation` (CLIENT: path). That it takes `TaskID` and `Operation` is a GUESS. */
export function answerStop(plans: readonly CreatedPlan[], body: unknown): HttpAnswer {
	const { TaskID, Operation } = isObject(body) ? body : {};
	if (Operation !== 'stop') return refusal(400, 'Operation must be stop');
	if (!plans.some((plan) => plan.TaskID === TaskID)) return refusal(404, 'TaskID does not exist');
	return success({ TaskID, Status: 'stopped' });
}

/** `POST /service/cloud/cancelphonecall` (CLIENT: path). That it takes `TaskID` and `Mobile` is a GUESS. */
export function answerCancel(plans: readonly CreatedPlan[], body: unknown): HttpAnswer {
	const { TaskID, Mobile } = isObject(body) ? body : {};
	const plan = plans.find((one) => one.TaskID === TaskID);
	if (plan === undefined) return refusal(404, 'TaskID does not exist');
	const known = plan.Details.some((contact) => numberOf(contact) === Mobile);
	return known ? success(null) : refusal(404, 'Mobile is not in the task');
}
