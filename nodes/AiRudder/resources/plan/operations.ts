import { resend } from '../../run/batch';
import { callingPlan } from '../../run/callingPlan';
import { choice } from '../../run/choice';
import type { Sender } from '../../run/outputs';
import { allAtOnce, oneAtATime } from '../../run/outputs';
import { checkPlans, createPlans } from '../../run/sendPlans';

const create: Sender = async (context, batch, goOn) =>
	await createPlans(context, batch, {
		goOn,
		resend: resend(context),
		invalidContacts: choice(context, 'invalidContacts', ['createWithout', 'createNothing']),
	});

const check: Sender = async (context, batch, goOn) => await checkPlans(context, batch, goOn);

/** Create Plan: `POST /service/cloud/v2/plan` with `Perform` 1 or 3 (DOC). People are called. */
export const createAllAtOnce = allAtOnce(callingPlan, create);
export const createOneByOne = oneAtATime(callingPlan, create);

/** Check Contacts: `POST /service/cloud/v2/plan` with `Perform` 2 (DOC). Nobody is called. */
export const checkAllAtOnce = allAtOnce(callingPlan, check);
export const checkOneByOne = oneAtATime(callingPlan, check);
