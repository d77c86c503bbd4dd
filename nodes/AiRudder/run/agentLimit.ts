/**
 * How many people an AI agent may have called in one execution: `usual` unless the user says otherwise, which is
 * more than anybody goes through in a conversation, and few enough to answer for when a model makes rows up; `most`
 * is what one plan takes.
 */
export const AGENT_LIMIT = { usual: 100, most: 10_000 };
