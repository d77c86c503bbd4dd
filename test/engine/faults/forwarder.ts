import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer, request } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listen } from '../../listen';

/** A server in front of another one: it hands everything on and keeps the paths it saw. */
export interface Forwarder {
	port: number;
	seen: string[];
	close(): Promise<void>;
}

/** A proxy, for plain requests and for tunnels. */
export async function startProxy(): Promise<Forwarder> {
	const seen: string[] = [];
	const server = createServer((incoming, outgoing) => {
		const target = new URL(incoming.url ?? '');
		seen.push(target.pathname);
		handOn(incoming, outgoing, target);
	});
	server.on('connect', (incoming, client, head: Buffer) => {
		seen.push(`tunnel to ${incoming.url}`);
		const [host, port] = String(incoming.url).split(':');
		const upstream = connect(Number(port), host, () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			upstream.write(head);
			upstream.pipe(client).pipe(upstream);
		});
		upstream.on('error', () => client.destroy());
		client.on('error', () => upstream.destroy());
	});
	return { ...(await listen(server)), seen };
}

/** The server at `url` behind a certificate that nobody vouches for. */
export async function startSelfSigned(url: string): Promise<Forwarder> {
	const seen: string[] = [];
	const server = createTlsServer(selfSigned(), (incoming, outgoing) => {
		seen.push(incoming.url ?? '');
		handOn(incoming, outgoing, new URL(incoming.url ?? '/', url));
	});
	return { ...(await listen(server)), seen };
}

function handOn(incoming: IncomingMessage, outgoing: Parameters<RequestListener>[1], target: URL) {
	const { method, headers } = incoming;
	const upstream = request(target, { method, headers }, (answer) => {
		outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(outgoing);
	});
	upstream.on('error', () => outgoing.destroy());
	incoming.pipe(upstream);
}

/** A key and a certificate for 127.0.0.1, made on the spot with OpenSSL, which has to be installed. */
function selfSigned() {
	const folder = mkdtempSync(path.join(tmpdir(), 'airudder-tls-'));
	const [key, cert] = ['key.pem', 'cert.pem'].map((file) => path.join(folder, file)) as [
		string,
		string,
	];
	const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
	const files = ['-keyout', key, '-out', cert, '-days', '2', '-nodes'];
	execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', ...files, ...subject], {
		stdio: 'pipe',
	});
	const pair = { key: readFileSync(key), cert: readFileSync(cert) };
	rmSync(folder, { recursive: true });
	return pair;
}
