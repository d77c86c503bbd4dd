import { claim } from '../../../nodes/AiRudderTrigger/memory';

let nodes = 0;
const newNode = () => `workflow/${(nodes += 1)}`;
const delivery = (number: number) => ({ id: String(number).padStart(32, '0'), at: 1_000 });
const started = Promise.resolve(true);
const failed = Promise.resolve(false);

/** An outcome that is told later. */
const later = () => {
	let tell: (went: boolean) => void = () => undefined;
	const outcome = new Promise<boolean>((resolve) => (tell = resolve));
	return { outcome, tell };
};

describe('A delivery', () => {
	it('starts once', async () => {
		const node = newNode();
		expect(await claim(node, undefined, delivery(1), started)).toEqual(expect.any(String));
		expect(await claim(node, undefined, delivery(1), started)).toBeUndefined();
		expect(await claim(node, undefined, delivery(2), started)).toEqual(expect.any(String));
	});

	it('starts once in each node', async () => {
		expect(await claim(newNode(), undefined, delivery(1), started)).toEqual(expect.any(String));
		expect(await claim(newNode(), undefined, delivery(1), started)).toEqual(expect.any(String));
	});

	it('starts again when the first start failed', async () => {
		const node = newNode();
		await claim(node, undefined, delivery(1), failed);
		expect(await claim(node, undefined, delivery(1), started)).toEqual(expect.any(String));
		expect(await claim(node, undefined, delivery(1), started)).toBeUndefined();
	});

	it.each([
		[true, 0],
		[false, 1],
	])('that comes while the first is starting waits; it went well: %s', async (went, starts) => {
		const node = newNode();
		const { outcome, tell } = later();
		await claim(node, undefined, delivery(1), outcome);
		const repeats = [1, 2, 3, 4].map(
			async () => await claim(node, undefined, delivery(1), started),
		);
		const other = await claim(node, undefined, delivery(2), started);
		tell(went);
		const taken = (await Promise.all(repeats)).filter((text) => text !== undefined);
		expect(taken).toHaveLength(starts);
		expect(other).toEqual(expect.any(String));
	});

	it('is known to another process by what was stored', async () => {
		const stored = await claim(newNode(), undefined, delivery(1), started);
		expect(await claim(newNode(), stored, delivery(1), started)).toBeUndefined();
	});

	it('is stored again when another save lost it', async () => {
		const node = newNode();
		await claim(node, undefined, delivery(1), started);
		const stored = await claim(node, 'of another process', delivery(2), started);
		expect(stored).toContain(delivery(1).id);
	});

	it('is forgotten of the node that was quiet the longest, once there are more than 200', async () => {
		const [busy, quiet] = [newNode(), newNode()];
		await claim(busy, undefined, delivery(1), started);
		await claim(quiet, undefined, delivery(1), started);
		await claim(busy, undefined, delivery(2), started);
		for (let others = 0; others < 199; others += 1) {
			await claim(newNode(), undefined, delivery(1), started);
		}
		expect(await claim(busy, undefined, delivery(1), started)).toBeUndefined();
		expect(await claim(quiet, undefined, delivery(1), started)).toEqual(expect.any(String));
	});

	it('is not stored by others before it has started', async () => {
		const node = newNode();
		const { outcome, tell } = later();
		await claim(node, undefined, delivery(1), outcome);
		expect(await claim(node, undefined, delivery(2), started)).not.toContain(delivery(1).id);
		tell(true);
	});
});

it('1,000 deliveries, each five times at the same instant, start 1,000 times', async () => {
	const node = newNode();
	const all = Array.from({ length: 5_000 }, (_, index) => delivery(index % 1_000));
	const taken = await Promise.all(
		all.map(async (each) => await claim(node, undefined, each, started)),
	);
	expect(taken.filter((text) => text !== undefined)).toHaveLength(1_000);
});
