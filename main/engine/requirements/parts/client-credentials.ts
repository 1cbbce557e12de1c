import type { AuthorizationServerEvidence, JsonObject } from '../../model/evidence.ts';
import type { FoundDocument } from './resource-documents.ts';
import { textsOf } from './scopes.ts';
import { serverDocuments } from './server-documents.ts';

/**
 * The document in which an authorization server offers the grant client_credentials. It need not be
 * one that MCP clients can use: without a sign-in for people it has no authorization endpoint.
 */
export function offersClientCredentials(server: AuthorizationServerEvidence): FoundDocument | null {
  const found = serverDocuments(server).find(({ json }) =>
    textsOf(json.grant_types_supported)?.includes('client_credentials'),
  );
  return found ?? null;
}

/** How clients may prove who they are; without a list it is client_secret_basic (RFC 8414 §2). */
export function authMethods(json: JsonObject): readonly string[] {
  return textsOf(json.token_endpoint_auth_methods_supported) ?? ['client_secret_basic'];
}
