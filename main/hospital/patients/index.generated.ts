/** The servers that are broken on purpose, by name. Written by `npm run generate`: do not edit. */
import type { Patient } from '../patient.ts';
import { patient as challengeBare } from './challenge-bare.ts';
import { patient as challengeMissing } from './challenge-missing.ts';
import { patient as challengeNamesServerDocument } from './challenge-names-server-document.ts';
import { patient as challengeRealmOnly } from './challenge-realm-only.ts';
import { patient as challengeRelative } from './challenge-relative.ts';
import { patient as challengeResourceParameter } from './challenge-resource-parameter.ts';
import { patient as challengeUnquoted } from './challenge-unquoted.ts';
import { patient as eventStreamOnly } from './event-stream-only.ts';
import { patient as healthy } from './healthy.ts';
import { patient as hostileText } from './hostile-text.ts';
import { patient as issuerForeign } from './issuer-foreign.ts';
import { patient as issuerSlashInMetadata } from './issuer-slash-in-metadata.ts';
import { patient as issuerSlashInResourceMetadata } from './issuer-slash-in-resource-metadata.ts';
import { patient as issuerWrongCase } from './issuer-wrong-case.ts';
import { patient as networkEndless } from './network-endless.ts';
import { patient as networkHangs } from './network-hangs.ts';
import { patient as networkHtmlEverywhere } from './network-html-everywhere.ts';
import { patient as networkHugeMetadata } from './network-huge-metadata.ts';
import { patient as networkRefuses } from './network-refuses.ts';
import { patient as networkResets } from './network-resets.ts';
import { patient as networkSlow } from './network-slow.ts';
import { patient as noMetadataAtAll } from './no-metadata-at-all.ts';
import { patient as pathFallback } from './path-fallback.ts';
import { patient as pkceNotListed } from './pkce-not-listed.ts';
import { patient as pkcePlainOnly } from './pkce-plain-only.ts';
import { patient as registrationMissing } from './registration-missing.ts';
import { patient as resourceHttpBehindTls } from './resource-http-behind-tls.ts';
import { patient as resourceMetadataAppended } from './resource-metadata-appended.ts';
import { patient as resourceMetadataHtml } from './resource-metadata-html.ts';
import { patient as resourceMetadataMissing } from './resource-metadata-missing.ts';
import { patient as resourceMetadataOnlyRoot } from './resource-metadata-only-root.ts';
import { patient as resourceOtherHost } from './resource-other-host.ts';
import { patient as resourceParent } from './resource-parent.ts';
import { patient as resourceSibling } from './resource-sibling.ts';
import { patient as resourceTrailingSlash } from './resource-trailing-slash.ts';
import { patient as serverMetadataAppended } from './server-metadata-appended.ts';
import { patient as serverMetadataHtmlFirst } from './server-metadata-html-first.ts';
import { patient as serverMetadataMissing } from './server-metadata-missing.ts';
import { patient as serversEmpty } from './servers-empty.ts';
import { patient as serversFirstDead } from './servers-first-dead.ts';
import { patient as serversMissing } from './servers-missing.ts';
import { patient as serversString } from './servers-string.ts';
import { patient as challenge200RpcError } from './challenge-200-rpc-error.ts';
import { patient as challenge302Login } from './challenge-302-login.ts';
import { patient as resourceMetadata302Login } from './resource-metadata-302-login.ts';
import { patient as challenge400 } from './challenge-400.ts';
import { patient as resourceMetadata401 } from './resource-metadata-401.ts';
import { patient as challenge403 } from './challenge-403.ts';
import { patient as serverMetadata500First } from './server-metadata-500-first.ts';
import { patient as claudeCode11814 } from './claude-code-11814.ts';

export const PATIENTS: readonly Patient[] = [
  challengeBare,
  challengeMissing,
  challengeNamesServerDocument,
  challengeRealmOnly,
  challengeRelative,
  challengeResourceParameter,
  challengeUnquoted,
  eventStreamOnly,
  healthy,
  hostileText,
  issuerForeign,
  issuerSlashInMetadata,
  issuerSlashInResourceMetadata,
  issuerWrongCase,
  networkEndless,
  networkHangs,
  networkHtmlEverywhere,
  networkHugeMetadata,
  networkRefuses,
  networkResets,
  networkSlow,
  noMetadataAtAll,
  pathFallback,
  pkceNotListed,
  pkcePlainOnly,
  registrationMissing,
  resourceHttpBehindTls,
  resourceMetadataAppended,
  resourceMetadataHtml,
  resourceMetadataMissing,
  resourceMetadataOnlyRoot,
  resourceOtherHost,
  resourceParent,
  resourceSibling,
  resourceTrailingSlash,
  serverMetadataAppended,
  serverMetadataHtmlFirst,
  serverMetadataMissing,
  serversEmpty,
  serversFirstDead,
  serversMissing,
  serversString,
  challenge200RpcError,
  challenge302Login,
  resourceMetadata302Login,
  challenge400,
  resourceMetadata401,
  challenge403,
  serverMetadata500First,
  claudeCode11814,
];
