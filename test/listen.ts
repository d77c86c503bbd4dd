import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Has a server of a test's own listen on a free port.
 *
 * @returns its port, its address without a final slash, and `close`, which breaks off what is still open
 */
export async function listen(server: Server, host = '127.0.0.1') {
	await new Promise<void>((resolve) => server.listen(0, host, resolve));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		url: `http://127.0.0.1:${port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
