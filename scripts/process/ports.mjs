import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port on loopback that nobody listens on: `preferred`, or the next free one; any when it is 0. */
export async function freePort(preferred = 0) {
	const server = createServer();
	try {
		server.listen(preferred, '127.0.0.1');
		await once(server, 'listening');
		return server.address().port;
	} catch (error) {
		if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
		return await freePort(preferred + 1);
	} finally {
		server.close();
	}
}
