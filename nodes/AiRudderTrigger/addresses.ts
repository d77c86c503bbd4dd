/** A network: all addresses that begin with these bits. A single address is a network of all its bits. */
interface Network {
	/** 32 or 128 bits, most significant first. */
	readonly bits: string;
	readonly prefix: number;
}

/**
 * An allow-list of addresses and networks, or the first entry that is neither.
 *
 * Written here because n8n lets community nodes import `crypto` alone of Node's modules, not `net`.
 */
type AllowList = { readonly networks: readonly Network[] } | { readonly wrong: string };

/** Reads `203.0.113.7, 198.51.100.0/24, 2001:db8::/32`, separated by commas, spaces or lines. */
export function readAllowList(text: unknown): AllowList {
	const entries = String(text ?? '')
		.split(/[\s,;]+/)
		.filter((entry) => entry !== '');
	const networks: Network[] = [];
	for (const entry of entries) {
		const network = readNetwork(entry);
		if (network === undefined) return { wrong: entry };
		networks.push(network);
	}
	return { networks };
}

/** Whether an address is in one of the networks. An empty list allows every address. */
export function isAllowed(networks: readonly Network[], address: unknown): boolean {
	if (networks.length === 0) return true;
	const bits = readAddress(address);
	if (bits === undefined) return false;
	return networks.some(
		(network) =>
			network.bits.length === bits.length &&
			network.bits.slice(0, network.prefix) === bits.slice(0, network.prefix),
	);
}

function readNetwork(entry: string): Network | undefined {
	const [address = '', prefix, ...rest] = entry.split('/');
	const bits = readAddress(address);
	if (bits === undefined || rest.length > 0) return undefined;
	if (prefix === undefined) return { bits, prefix: bits.length };
	// A prefix of an IPv4 address in IPv6 form would count the bits that are taken off.
	if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits.length || isMapped(address))
		return undefined;
	return { bits, prefix: Number(prefix) };
}

const MAPPED = /^::ffff:(?=\d+\.)/i;
const isMapped = (address: string) => MAPPED.test(address);

/**
 * The bits of an IPv4 or IPv6 address, undefined when it is none. `::ffff:203.0.113.7`, which is how Node tells
 * an IPv4 sender on a socket that takes both, is the IPv4 address.
 */
function readAddress(address: unknown): string | undefined {
	if (typeof address !== 'string') return undefined;
	const plain = address.replace(MAPPED, '');
	return plain.includes(':') ? readIpv6(plain) : readIpv4(plain);
}

function readIpv4(address: string): string | undefined {
	const parts = address.split('.');
	// No leading zeros: some programs read them as octal, so they have two meanings.
	if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part)))
		return undefined;
	if (parts.some((part) => Number(part) > 255)) return undefined;
	return parts.map((part) => toBits(Number(part), 8)).join('');
}

function readIpv6(address: string): string | undefined {
	const halves = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
	const [before = [], after] = halves;
	if (halves.length > 2) return undefined;
	const given = before.length + (after?.length ?? 0);
	if (after === undefined ? given !== 8 : given > 7) return undefined;
	const zeros = Array.from({ length: 8 - given }, () => '0');
	const groups = [...before, ...zeros, ...(after ?? [])];
	if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
	return groups.map((group) => toBits(parseInt(group, 16), 16)).join('');
}

const toBits = (value: number, length: number) => value.toString(2).padStart(length, '0');
