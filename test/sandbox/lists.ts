import type { CreatedPlan } from './plans';
import type { Settings } from './settings';
import type { HttpAnswer } from './wire';
import { refusal, success } from './wire';

/** The strategy list (GUESS: path and shape), as `strategyShape` says. */
export function answerStrategies({ strategies, strategyShape }: Settings): HttpAnswer {
	switch (strategyShape) {
		case 'strings':
			return success(strategies);
		case 'objects':
			return success(strategies.map((Strategy) => ({ Strategy, Rounds: 3 })));
		case 'nested':
			return success({ list: strategies.map((strategy_name) => ({ strategy_name })) });
		case 'name':
			return success(strategies.map((name, index) => ({ id: index + 1, name })));
	}
}

/** `GET /service/cloud/list`: the first task of every plan (CLIENT: path; GUESS: reply). */
export function answerTasks(plans: readonly CreatedPlan[]): HttpAnswer {
	return success(plans.map(summary));
}

/**
 * `GET /service/cloud/detail?TaskID=`: one task and its contacts (DOC: path; CLIENT: query; GUESS:
 * reply).
 */
export function answerTask(plans: readonly CreatedPlan[], taskId: string | undefined): HttpAnswer {
	if (taskId === undefined || taskId === '') return refusal(400, 'TaskID is required');
	const plan = plans.find(({ TaskID }) => TaskID === taskId);
	if (plan === undefined) return refusal(404, 'TaskID does not exist');
	return success({ ...summary(plan), Details: plan.Details });
}

function summary({ TaskID, PlanName, Strategy, SIPLine, Date, Details }: CreatedPlan) {
	return { TaskID, PlanName, Strategy, SIPLine, Date, Contacts: Details.length };
}
