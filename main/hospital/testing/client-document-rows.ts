import type { Json } from '../message.ts';
import type { RunningPatient } from '../start-patient.ts';
import type { AuthRow, Look } from './auth-row.ts';
import { send, type Received } from './send.ts';

const CLAUDE = 'https://claude.ai/oauth/mcp-oauth-client-metadata';
const CLAUDE_BACK = 'https://claude.ai/api/mcp/auth_callback';
const CLAUDE_CODE = 'https://claude.ai/oauth/claude-code-client-metadata';
const VSCODE = 'https://vscode.dev/oauth/client-metadata.json';
const ELSEWHERE = 'https://elsewhere.example/client.json';

/** Opens the sign-in as a client that is named by an address; nobody registers. */
function open(patient: RunningPatient, client_id: string, redirect_uri: string): Promise<Received> {
  const url = new URL('/authorize', patient.names.authOrigin);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri,
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
    resource: patient.url,
  }).toString();
  return send(patient, url.href);
}

const status =
  (clientId: string, redirectUri = CLAUDE_BACK): Look =>
  async (patient) =>
    (await open(patient, clientId, redirectUri)).status;
const saysRefused: Look = async (patient) =>
  (await open(patient, 'https://127.0.0.1/client', CLAUDE_BACK)).body.includes('ECONNREFUSED');
const listed: Look = async (patient) => {
  const url = `${patient.names.authOrigin}/.well-known/oauth-authorization-server`;
  return (await send(patient, url)).json?.token_endpoint_auth_methods_supported ?? 'missing';
};

const row = (
  patient: string,
  look: Look,
  sick: Json,
  well: Json,
  beside = 'client-id-documents',
): AuthRow => ({ patient, look, sick, well, beside });

/** How client-id documents go wrong: patients 85 to 88, and those beside the list. */
export const CLIENT_DOCUMENT_ROWS: readonly AuthRow[] = [
  row('client-id-documents', status(CLAUDE), 302, 400, 'healthy'),
  row('client-id-documents', status(VSCODE, 'https://vscode.dev/redirect'), 302, 400, 'healthy'),
  row('client-id-documents-only-promised', status(CLAUDE), 400, 302),
  row('client-id-documents-id-unchecked', status(`${CLAUDE}?x=1`), 302, 400),
  row('client-id-documents-id-unchecked', status(`${CLAUDE}#x`), 400, 400),
  row('client-id-documents-redirect-unchecked', status(CLAUDE, ELSEWHERE), 302, 400),
  row('client-id-documents-fetch-private', saysRefused, true, false),
  row('client-id-documents-any-address', status(CLAUDE.replace('https', 'http')), 302, 400),
  row('client-id-documents-any-address', status(`${CLAUDE}#x`), 302, 400),
  row('client-id-documents-any-address', status(`${CLAUDE}?x=1`), 400, 400),
  row('client-id-documents-unread', status(ELSEWHERE), 302, 400),
  row(
    'client-id-documents-compare-ports',
    status(CLAUDE_CODE, 'http://localhost:4711/callback'),
    400,
    302,
  ),
  row('client-id-documents-without-none', listed, ['client_secret_post'], ['none']),
];
