import { borrowers } from '../../rows';
import { assignments } from '../builders';
import { useSandbox } from '../sandboxed';
import { bytesIn, downloadFrom, WAV_SIZE } from './download';

const { sandbox, create } = useSandbox();
const download = downloadFrom(sandbox);

describe('Download Recording from the service', () => {
	const path = '/service/cloud/recording';
	const fromService = { source: 'service', path };

	it('asks with the token and the parameters of the user, and renews the token', async () => {
		await create(borrowers(1));
		const [{ TaskID } = { TaskID: '' }] = sandbox().plans;
		sandbox().misbehave({ on: path, kind: 'body401' });
		const { outputs, error } = await download({
			...fromService,
			queryParameters: assignments({ TaskID }),
		});

		expect(error).toBeUndefined();
		const [item] = outputs[0] ?? [];
		expect(item?.json).toMatchObject({ fileName: `${TaskID}.wav`, mimeType: 'audio/wav' });
		expect(bytesIn(item)).toBe(WAV_SIZE);
		const accepted = sandbox().requests.filter((request) => request.path === path);
		expect(accepted.map(({ headers }) => headers.accept)).toEqual(['*/*', '*/*']);
	});

	it('says what the service refused', async () => {
		const { error } = await download({
			...fromService,
			queryParameters: assignments({ TaskID: 'x' }),
		});

		expect(error?.message).toMatch(/TaskID does not exist/);
	});

	it('hands on an answer that is no file as an item', async () => {
		await create(borrowers(1));
		const { outputs } = await download({
			source: 'service',
			path: '/service/cloud/list',
			queryParameters: {},
		});

		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]?.[0]?.binary).toBeUndefined();
	});
});
