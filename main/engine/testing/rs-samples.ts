/** A healthy server that answers its first requests otherwise, for the rows of chapter RS. */
import type { McpProbeName, McpProbes, TargetEvidence } from '../model/evidence.ts';
import type { Headers } from '../ports.ts';
import { answerText } from './fake-answers.ts';
import { healthyEvidence, missing } from './evidence-builders.ts';
import { bearer, contacts, exchange, OPEN, type Answer } from './exchange-builders.ts';
import { healthyProbes } from './healthy-answers.ts';

export const META = 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp';
export const NOWHERE = { resourceMetadata: [missing('path'), missing('root')] };
export const FOREIGN = 'https://evil.example';

export const challenged = (header: string | null, more: Partial<TargetEvidence> = {}) =>
  healthyEvidence({ first: contacts({ header }), ...more });
export const answering = (post: Answer, modern: Answer = post) =>
  healthyEvidence({ first: contacts({ post, modern, header: bearer() }) });
export const probes = (changes: McpProbes, more: Partial<TargetEvidence> = {}) =>
  healthyEvidence({ mcpProbes: healthyProbes(changes), ...more });
export const probed = (name: McpProbeName, answer: Answer, more: Partial<TargetEvidence> = {}) =>
  probes({ [name]: exchange({ purpose: name, answer }) }, more);
/** POST is not known, and GET asks for a token. */
export const streamOnly = healthyEvidence({
  first: contacts({ post: 405, stream: 401, header: bearer() }),
});
export const open = { first: contacts({ post: OPEN }) };
export const wrongToken = (header: string) => answerText('', 401, [['WWW-Authenticate', header]]);
export const corsWith = (headers: Headers, status = 401) =>
  answerText('', status, [['WWW-Authenticate', bearer()], ...headers]);
