const WIDTH = 860;
const LABEL = 330;
const BAR = 22;
const GAP = 10;

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Bars on a logarithmic scale, the shortest first, for people who look before they read. */
export function chart(title, bars) {
	const longest = Math.max(...bars.map(({ value }) => value));
	const shortest = Math.min(...bars.map(({ value }) => value));
	const scale = Math.log10((longest / shortest) * 2);
	const lengthOf = (value) =>
		Math.round(((WIDTH - LABEL - 90) * Math.log10((value / shortest) * 2)) / scale);
	const rows = [...bars]
		.sort((a, b) => a.value - b.value)
		.map(({ label, value, ours }, index) => {
			const y = 48 + index * (BAR + GAP);
			const length = lengthOf(value);
			return `<text x="${LABEL - 10}" y="${y + 16}" text-anchor="end">${escaped(label)}</text>
<rect x="${LABEL}" y="${y}" width="${length}" height="${BAR}" rx="3" fill="${ours ? '#1f6feb' : '#9aa4b2'}"/>
<text x="${LABEL + length + 8}" y="${y + 16}">${Math.round(value).toLocaleString('en-US')} ms</text>`;
		});
	const height = 48 + bars.length * (BAR + GAP) + 10;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#24292f">
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
<text x="16" y="26" font-size="15" font-weight="600">${escaped(title)}</text>
${rows.join('\n')}
</svg>
`;
}
