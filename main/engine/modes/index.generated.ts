/** The failure modes, by code. Written by `npm run generate`: do not edit. */
import type { Mode } from '../model/mode.ts';
import { mode as f04Port } from './f04-port.ts';
import { mode as f05LocalUrl } from './f05-local-url.ts';
import { mode as f10Tls } from './f10-tls.ts';
import { mode as f13Slow } from './f13-slow.ts';
import { mode as f14ServerDown } from './f14-server-down.ts';
import { mode as f20NoWwwAuthenticate } from './f20-no-www-authenticate.ts';
import { mode as f21ChallengeStatus } from './f21-challenge-status.ts';
import { mode as f22MalformedResourceMetadata } from './f22-malformed-resource-metadata.ts';
import { mode as f23ResourceMetadataNamesAs } from './f23-resource-metadata-names-as.ts';
import { mode as f24ResourceMetadataMissing } from './f24-resource-metadata-missing.ts';
import { mode as f25WellKnownGuarded } from './f25-well-known-guarded.ts';
import { mode as f26ResourceMismatch } from './f26-resource-mismatch.ts';
import { mode as f27NoAuthorizationServers } from './f27-no-authorization-servers.ts';
import { mode as f28ServerMetadataNotFound } from './f28-server-metadata-not-found.ts';
import { mode as f29PathFallbackRemoved } from './f29-path-fallback-removed.ts';
import { mode as f30GuessedEndpoints } from './f30-guessed-endpoints.ts';
import { mode as f31IssuerMismatch } from './f31-issuer-mismatch.ts';
import { mode as f32IssuerMismatchCallback } from './f32-issuer-mismatch-callback.ts';
import { mode as f33MissingS256 } from './f33-missing-s256.ts';
import { mode as f38TokenNotChecked } from './f38-token-not-checked.ts';
import { mode as f40NoRegistration } from './f40-no-registration.ts';
import { mode as f110JsonSyntax } from './f110-json-syntax.ts';
import { mode as f111UrlEntryInDesktopConfig } from './f111-url-entry-in-desktop-config.ts';
import { mode as f112UrlWithoutType } from './f112-url-without-type.ts';
import { mode as f113WrongType } from './f113-wrong-type.ts';
import { mode as f122MsixWrongFile } from './f122-msix-wrong-file.ts';

export const MODES: readonly Mode[] = [
  f04Port,
  f05LocalUrl,
  f10Tls,
  f13Slow,
  f14ServerDown,
  f20NoWwwAuthenticate,
  f21ChallengeStatus,
  f22MalformedResourceMetadata,
  f23ResourceMetadataNamesAs,
  f24ResourceMetadataMissing,
  f25WellKnownGuarded,
  f26ResourceMismatch,
  f27NoAuthorizationServers,
  f28ServerMetadataNotFound,
  f29PathFallbackRemoved,
  f30GuessedEndpoints,
  f31IssuerMismatch,
  f32IssuerMismatchCallback,
  f33MissingS256,
  f38TokenNotChecked,
  f40NoRegistration,
  f110JsonSyntax,
  f111UrlEntryInDesktopConfig,
  f112UrlWithoutType,
  f113WrongType,
  f122MsixWrongFile,
];
