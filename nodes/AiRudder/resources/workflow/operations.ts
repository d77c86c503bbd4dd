import { resend } from '../../run/batch';
import type { Sender } from '../../run/outputs';
import { allAtOnce, oneAtATime } from '../../run/outputs';
import { createPlans } from '../../run/sendPlans';
import { moreContacts, newWorkflow } from '../../run/workflow';

/** The service takes or refuses contacts; there is no way to have them checked first. */
const send: Sender = async (context, batch, goOn) =>
	await createPlans(context, batch, {
		goOn,
		resend: resend(context),
		invalidContacts: 'createWithout',
	});

/**
 * Create Workflow: `POST /service/cloud/workflow/createinstance` (DOC; what is not, in `newWorkflow`). People are
 * called.
 */
export const createAllAtOnce = allAtOnce(newWorkflow, send);
export const createOneByOne = oneAtATime(newWorkflow, send);

/** Add Contacts: `POST /service/cloud/workflow/uploaddetails` (CLIENT). People are called. */
export const addAllAtOnce = allAtOnce(moreContacts, send);
export const addOneByOne = oneAtATime(moreContacts, send);
