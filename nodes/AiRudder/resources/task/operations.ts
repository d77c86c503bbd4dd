import { ServiceFailure } from '../../transport/failure';
import { declarative } from '../operation';
import { asItem, listIn } from '../replies';
import { pathOf, userFields } from '../userFields';
import { TASK_PATH } from './get';

/** Get Task: `GET /service/cloud/detail?TaskID=` (path DOC, query CLIENT). Whatever comes is one item (GUESS). */
export const getTask = declarative((context) => {
	const TaskID = String(context.getNodeParameter('taskId', '') ?? '').trim();
	if (TaskID === '') {
		throw new ServiceFailure("'Task ID' is empty", {
			advice: "Use the TaskID of a plan's item, or of a notification",
			acted: 'no',
		});
	}
	return {
		question: { method: 'GET', path: TASK_PATH, query: { TaskID }, harmless: true },
		items: (data) => [asItem(data)],
	};
});

/** Get Many Tasks: `GET /service/cloud/list` (path CLIENT; query and reply not known). */
export const getTasks = declarative((context) => ({
	question: {
		method: 'GET',
		path: pathOf(context),
		query: userFields(context, 'queryParameters'),
		harmless: true,
	},
	items: (data) =>
		listIn(data, 'tasks', "Correct 'Path', or ask AI Rudder which query parameters it wants").map(
			asItem,
		),
}));

/**
 * Stop Task and Cancel Number: `POST` with the fields the user gives, because the body is not known. Repeated
 * only when the service certainly did nothing.
 */
export const actOnTask = declarative((context) => {
	const body = userFields(context, 'bodyFields');
	if (Object.keys(body).length === 0) {
		throw new ServiceFailure("'Body Fields' is empty", {
			advice: 'Ask AI Rudder which fields this request wants, and add them',
			acted: 'no',
		});
	}
	return {
		question: { method: 'POST', path: pathOf(context), body, harmless: false },
		items: (data) => [asItem(data)],
	};
});
