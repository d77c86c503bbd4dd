import { differences, schemaFiles, schemaOf, unseen } from '../outputSchema';
import { useWebhooks } from './n8n';
import { post } from './post';

const n8n = useWebhooks();

describe('What a notification gives', () => {
	it('is as its schema says, in the file where n8n looks for that of a trigger', async () => {
		await post(n8n().address('call'), { PlanName: 'p' });
		await post(n8n().address('plan'), [{ PlanName: 'p' }]);
		const schema = schemaOf('AiRudderTrigger', 'output');

		expect(schemaFiles('AiRudderTrigger')).toEqual(['output']);
		expect(n8n().rows).toHaveLength(2);
		expect(n8n().rows.flatMap((row) => differences(schema, row))).toEqual([]);
		expect(unseen(schema, n8n().rows)).toEqual([]);
	});
});
