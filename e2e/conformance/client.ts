/**
 * The client under test, as the conformance runner starts it: the URL of the server is the last
 * argument, the rest is in the environment. Ends with 1 where it stopped before its last request.
 */
import { Secret } from '../../main/engine/secrets/secret.ts';
import { openStrictClient } from './open-strict-client.ts';

interface Context {
  readonly client_id?: string;
  readonly client_secret?: string;
  readonly issuer?: string;
}

const url = process.argv.at(-1)!;
const revision = process.env.MCP_CONFORMANCE_PROTOCOL_VERSION ?? '2025-11-25';
const { client, close } = openStrictClient({
  url,
  era: revision >= '2026-07-28' ? 'modern' : 'legacy',
  given: givenBy(JSON.parse(process.env.MCP_CONFORMANCE_CONTEXT ?? '{}') as Context),
});
try {
  await client.connect();
  const { tools } = await client.request('tools/list');
  const [tool] = Array.isArray(tools) ? tools : [];
  const name = typeof tool === 'object' && tool !== null && 'name' in tool ? tool.name : null;
  if (typeof name === 'string') await client.request('tools/call', { name, arguments: {} });
  console.log('The tool was called.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  close();
}

function givenBy({ client_id: id, client_secret: secret, issuer }: Context) {
  if (id === undefined || issuer === undefined) return null;
  return { id, secret: secret === undefined ? null : new Secret(secret), issuer };
}
