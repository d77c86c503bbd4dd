/** The versions of n8n that test/n8n pins, the newest first, and the Node.js that each runs on. */
export const nodeJsOf = { '2.41.1': 24, '1.123.81': 24, '1.85.4': 22 };

/** The newest n8n that can be installed, which npm start opens, and those that are tested besides. */
export const [newestN8n, ...olderN8n] = Object.keys(nodeJsOf);
