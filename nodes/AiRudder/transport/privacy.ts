/** `+62812345671234` → `+62•••1234`: enough to find a number again, too little to call it. */
export function maskNumbers(text: string): string {
	return text.replace(/\+?\d(?:[ ().-]{0,3}\d){6,18}/g, (number) => {
		if (/^\d{4}-\d{2}-\d{2}$/.test(number)) return number;
		const digits = number.replace(/\D/g, '');
		return `${number.startsWith('+') ? '+' : ''}${digits.slice(0, 2)}•••${digits.slice(-4)}`;
	});
}

/** Words of the service that may stand in an error: short, without secrets and full phone numbers. */
export function safeWords(words: string, secrets: readonly unknown[] = []): string {
	let safe = words;
	for (const secret of secrets) {
		if (typeof secret === 'string' && secret.length >= 4) safe = safe.replaceAll(secret, '•••');
	}
	const short = safe.length > 300 ? `${safe.slice(0, 300)}…` : safe;
	return maskNumbers(short.replace(/\s+/g, ' ').trim());
}
