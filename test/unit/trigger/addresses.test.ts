import { BlockList, isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { isAllowed, readAllowList } from '../../../nodes/AiRudderTrigger/addresses';

const allows = (list: string, address: unknown): boolean | string => {
	const read = readAllowList(list);
	return 'wrong' in read ? `wrong: ${read.wrong}` : isAllowed(read.networks, address);
};

describe('Allowed addresses', () => {
	it.each([
		['', '203.0.113.7', true],
		['203.0.113.7', '203.0.113.7', true],
		['203.0.113.7', '203.0.113.8', false],
		['203.0.113.0/24', '203.0.113.255', true],
		['203.0.113.0/24', '203.0.114.0', false],
		['198.51.100.1, 203.0.113.0/24', '203.0.113.9', true],
		['198.51.100.1\n203.0.113.0/24 ', '198.51.100.1', true],
		['0.0.0.0/0', '203.0.113.7', true],
		['0.0.0.0/0', '2001:db8::1', false],
		['2001:db8::/32', '2001:db8:ffff::1', true],
		['2001:db8::/32', '2001:db9::1', false],
		['2001:DB8:0:0::1', '2001:db8::1', true],
		['203.0.113.7', '::ffff:203.0.113.7', true],
		['::ffff:203.0.113.7', '203.0.113.7', true],
		['::/0', '203.0.113.7', false],
		['203.0.113.7', undefined, false],
		['203.0.113.7', '203.0.113.7, 198.51.100.1', false],
		['203.0.113.7', '203.0.113.7\r\nX: y', false],
	])('%j for %j: %s', (list, address, expected) => {
		expect(allows(list, address)).toBe(expected);
	});

	it.each([
		'localhost',
		'203.0.113',
		'203.0.113.256',
		'203.0.113.07',
		'203.0.113.0/33',
		'203.0.113.0/-1',
		'203.0.113.0/',
		'203.0.113.0/24/8',
		'2001:db8::/129',
		'2001:db8::1::2',
		'1:2:3:4:5:6:7',
		'1:2:3:4:5:6:7:8:9',
		'::ffff:203.0.113.0/120',
		'fe80::1%eth0',
		'/24',
	])('%j is refused', (entry) => {
		expect(allows(`198.51.100.1, ${entry}`, '198.51.100.1')).toBe(`wrong: ${entry}`);
	});

	it.each([
		['IPv4', fc.ipV4(), 32],
		['IPv6', fc.ipV6().filter((address) => !address.includes('.')), 128],
	] as const)("agrees with Node's own list for %s", (_family, arbitrary, most) => {
		const family = most === 32 ? 'ipv4' : 'ipv6';
		fc.assert(
			fc.property(
				arbitrary,
				arbitrary,
				fc.integer({ min: 0, max: most }),
				(network, other, prefix) => {
					fc.pre(most === 32 ? isIPv4(network) && isIPv4(other) : isIPv6(network) && isIPv6(other));
					const list = new BlockList();
					list.addSubnet(network, prefix, family);
					for (const address of [network, other]) {
						expect(allows(`${network}/${prefix}`, address)).toBe(list.check(address, family));
					}
				},
			),
			{ numRuns: 500 },
		);
	});

	it('takes for an address what Node takes for one', () => {
		const text = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string(), fc.ipV4Extended());
		fc.assert(
			fc.property(text, (address) => {
				fc.pre(!/[\s,;/]/.test(address) && address !== '' && !/:.*\./.test(address));
				const read = readAllowList(address);
				expect('networks' in read).toBe(
					isIPv4(address) || (isIPv6(address) && !address.includes('%')),
				);
			}),
		);
	});
});
