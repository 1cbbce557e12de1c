/** The servers that are broken on purpose, by name. Written by `npm run generate`: do not edit. */
import type { Patient } from '../patient.ts';
import { patient as authorizeAnyResource } from './authorize-any-resource.ts';
import { patient as authorizeAsksTheUser } from './authorize-asks-the-user.ts';
import { patient as authorizeComparesPorts } from './authorize-compares-ports.ts';
import { patient as authorizeConsentOnce } from './authorize-consent-once.ts';
import { patient as authorizeCrashesOnPrompt } from './authorize-crashes-on-prompt.ts';
import { patient as authorizeCrashesOnUnknownClient } from './authorize-crashes-on-unknown-client.ts';
import { patient as authorizeDenies } from './authorize-denies.ts';
import { patient as authorizeErrorsWithoutIss } from './authorize-errors-without-iss.ts';
import { patient as authorizeFramable } from './authorize-framable.ts';
import { patient as authorizeImplicitFlow } from './authorize-implicit-flow.ts';
import { patient as authorizeIssMissing } from './authorize-iss-missing.ts';
import { patient as authorizeIssSlash } from './authorize-iss-slash.ts';
import { patient as authorizeNeedsScope } from './authorize-needs-scope.ts';
import { patient as authorizeOpenRedirect } from './authorize-open-redirect.ts';
import { patient as authorizePlainPkce } from './authorize-plain-pkce.ts';
import { patient as authorizePrefixRedirect } from './authorize-prefix-redirect.ts';
import { patient as authorizeRefusesLongRequests } from './authorize-refuses-long-requests.ts';
import { patient as authorizeRefusesResource } from './authorize-refuses-resource.ts';
import { patient as authorizeRefusesScope } from './authorize-refuses-scope.ts';
import { patient as authorizeScopePage } from './authorize-scope-page.ts';
import { patient as authorizeStateCut } from './authorize-state-cut.ts';
import { patient as authorizeStateEncodedAgain } from './authorize-state-encoded-again.ts';
import { patient as authorizeStateLost } from './authorize-state-lost.ts';
import { patient as authorizeWithoutPkce } from './authorize-without-pkce.ts';
import { patient as authorizeWrongIss } from './authorize-wrong-iss.ts';
import { patient as callbackByForm } from './callback-by-form.ts';
import { patient as callbackByScript } from './callback-by-script.ts';
import { patient as callbackInFrame } from './callback-in-frame.ts';
import { patient as challengeBare } from './challenge-bare.ts';
import { patient as challengeBasicFirst } from './challenge-basic-first.ts';
import { patient as challengeMissing } from './challenge-missing.ts';
import { patient as challengeNamesMissingDocument } from './challenge-names-missing-document.ts';
import { patient as challengeNamesServerDocument } from './challenge-names-server-document.ts';
import { patient as challengeOfflineAccess } from './challenge-offline-access.ts';
import { patient as challengeRealmOnly } from './challenge-realm-only.ts';
import { patient as challengeRelative } from './challenge-relative.ts';
import { patient as challengeResourceParameter } from './challenge-resource-parameter.ts';
import { patient as challengeScopeCommas } from './challenge-scope-commas.ts';
import { patient as challengeSpaces } from './challenge-spaces.ts';
import { patient as challengeUnquoted } from './challenge-unquoted.ts';
import { patient as clientIdDocumentsAnyAddress } from './client-id-documents-any-address.ts';
import { patient as clientIdDocumentsComparePorts } from './client-id-documents-compare-ports.ts';
import { patient as clientIdDocumentsFetchPrivate } from './client-id-documents-fetch-private.ts';
import { patient as clientIdDocumentsIdUnchecked } from './client-id-documents-id-unchecked.ts';
import { patient as clientIdDocumentsOnlyPromised } from './client-id-documents-only-promised.ts';
import { patient as clientIdDocumentsRedirectUnchecked } from './client-id-documents-redirect-unchecked.ts';
import { patient as clientIdDocumentsUnread } from './client-id-documents-unread.ts';
import { patient as clientIdDocumentsWithoutNone } from './client-id-documents-without-none.ts';
import { patient as clientIdDocuments } from './client-id-documents.ts';
import { patient as clockAhead } from './clock-ahead.ts';
import { patient as consentFormAction } from './consent-form-action.ts';
import { patient as eventStreamOnly } from './event-stream-only.ts';
import { patient as firewallBlocksClaude } from './firewall-blocks-claude.ts';
import { patient as guardAsksLate } from './guard-asks-late.ts';
import { patient as guardCrashesOnOddHeaders } from './guard-crashes-on-odd-headers.ts';
import { patient as guardIgnoresOrigin } from './guard-ignores-origin.ts';
import { patient as guardOpensEventStream } from './guard-opens-event-stream.ts';
import { patient as guardTakesAnyToken } from './guard-takes-any-token.ts';
import { patient as guardTakesBrokenSignatures } from './guard-takes-broken-signatures.ts';
import { patient as guardTakesExpiredTokens } from './guard-takes-expired-tokens.ts';
import { patient as guardTakesForeignTokens } from './guard-takes-foreign-tokens.ts';
import { patient as guardTakesIdTokens } from './guard-takes-id-tokens.ts';
import { patient as guardTakesSessionIds } from './guard-takes-session-ids.ts';
import { patient as guardTakesTokensInQuery } from './guard-takes-tokens-in-query.ts';
import { patient as guardTakesUnsignedTokens } from './guard-takes-unsigned-tokens.ts';
import { patient as guardWantsTokenForPreflight } from './guard-wants-token-for-preflight.ts';
import { patient as healthy } from './healthy.ts';
import { patient as hostileChanging } from './hostile-changing.ts';
import { patient as hostileCompression } from './hostile-compression.ts';
import { patient as hostileControlCharacters } from './hostile-control-characters.ts';
import { patient as hostileDataUrl } from './hostile-data-url.ts';
import { patient as hostileDrip } from './hostile-drip.ts';
import { patient as hostileFileUrl } from './hostile-file-url.ts';
import { patient as hostileNetworkShare } from './hostile-network-share.ts';
import { patient as hostilePrivateAddress } from './hostile-private-address.ts';
import { patient as hostileRedirectCycle } from './hostile-redirect-cycle.ts';
import { patient as hostileReversedText } from './hostile-reversed-text.ts';
import { patient as hostileScriptUrl } from './hostile-script-url.ts';
import { patient as hostileShellCharacters } from './hostile-shell-characters.ts';
import { patient as hostileText } from './hostile-text.ts';
import { patient as incidentAppendSlash } from './incident-append-slash.ts';
import { patient as incidentBrowserCheck } from './incident-browser-check.ts';
import { patient as incidentCognito } from './incident-cognito.ts';
import { patient as incidentEntra } from './incident-entra.ts';
import { patient as incidentGoogle } from './incident-google.ts';
import { patient as incidentLoadBalancerGap } from './incident-load-balancer-gap.ts';
import { patient as incidentMetadataBehindSignIn } from './incident-metadata-behind-sign-in.ts';
import { patient as incidentOpenWithMetadata } from './incident-open-with-metadata.ts';
import { patient as incidentProxySaysHttp } from './incident-proxy-says-http.ts';
import { patient as incidentSlack } from './incident-slack.ts';
import { patient as issuerForeign } from './issuer-foreign.ts';
import { patient as issuerSlashInMetadata } from './issuer-slash-in-metadata.ts';
import { patient as issuerSlashInResourceMetadata } from './issuer-slash-in-resource-metadata.ts';
import { patient as issuerWrongCase } from './issuer-wrong-case.ts';
import { patient as networkByteOrderMark } from './network-byte-order-mark.ts';
import { patient as networkCertificateExpired } from './network-certificate-expired.ts';
import { patient as networkCertificateIncomplete } from './network-certificate-incomplete.ts';
import { patient as networkCertificateOtherHost } from './network-certificate-other-host.ts';
import { patient as networkCertificateSelfSigned } from './network-certificate-self-signed.ts';
import { patient as networkEndless } from './network-endless.ts';
import { patient as networkGzip } from './network-gzip.ts';
import { patient as networkHangs } from './network-hangs.ts';
import { patient as networkHtmlEverywhere } from './network-html-everywhere.ts';
import { patient as networkHugeMetadata } from './network-huge-metadata.ts';
import { patient as networkOldTls } from './network-old-tls.ts';
import { patient as networkRefuses } from './network-refuses.ts';
import { patient as networkResets } from './network-resets.ts';
import { patient as networkSignInHangs } from './network-sign-in-hangs.ts';
import { patient as networkSlow } from './network-slow.ts';
import { patient as noMetadataAtAll } from './no-metadata-at-all.ts';
import { patient as openidMembersMissing } from './openid-members-missing.ts';
import { patient as pathFallback } from './path-fallback.ts';
import { patient as pkceNotListed } from './pkce-not-listed.ts';
import { patient as pkcePlainOnly } from './pkce-plain-only.ts';
import { patient as redirectOtherOrigin } from './redirect-other-origin.ts';
import { patient as refreshDropsAudience } from './refresh-drops-audience.ts';
import { patient as refreshForgetsClients } from './refresh-forgets-clients.ts';
import { patient as refreshNeedsScope } from './refresh-needs-scope.ts';
import { patient as refreshNeverRotates } from './refresh-never-rotates.ts';
import { patient as refreshOldTokensWork } from './refresh-old-tokens-work.ts';
import { patient as registrationCannotBeDeleted } from './registration-cannot-be-deleted.ts';
import { patient as registrationChangesRedirects } from './registration-changes-redirects.ts';
import { patient as registrationDropsRefresh } from './registration-drops-refresh.ts';
import { patient as registrationEmptyClientUri } from './registration-empty-client-uri.ts';
import { patient as registrationEndpointNull } from './registration-endpoint-null.ts';
import { patient as registrationFirewallPage } from './registration-firewall-page.ts';
import { patient as registrationForgetsAtOnce } from './registration-forgets-at-once.ts';
import { patient as registrationForgetsClients } from './registration-forgets-clients.ts';
import { patient as registrationIssuesSecret } from './registration-issues-secret.ts';
import { patient as registrationLimitedAtOnce } from './registration-limited-at-once.ts';
import { patient as registrationLimited } from './registration-limited.ts';
import { patient as registrationMissing } from './registration-missing.ts';
import { patient as registrationNameless } from './registration-nameless.ts';
import { patient as registrationNulls } from './registration-nulls.ts';
import { patient as registrationRefusesCursor } from './registration-refuses-cursor.ts';
import { patient as registrationRefusesHosted } from './registration-refuses-hosted.ts';
import { patient as registrationRefusesLoopback } from './registration-refuses-loopback.ts';
import { patient as registrationRefusesScope } from './registration-refuses-scope.ts';
import { patient as registrationRefusesUnknownMembers } from './registration-refuses-unknown-members.ts';
import { patient as registrationRefusesVscode } from './registration-refuses-vscode.ts';
import { patient as registrationSharesId } from './registration-shares-id.ts';
import { patient as registrationTakesPlainHttp } from './registration-takes-plain-http.ts';
import { patient as registrationTakesScripts } from './registration-takes-scripts.ts';
import { patient as registrationTextTimestamp } from './registration-text-timestamp.ts';
import { patient as registrationWantsToken } from './registration-wants-token.ts';
import { patient as registrationWithoutRedirects } from './registration-without-redirects.ts';
import { patient as resourceBearerInBody } from './resource-bearer-in-body.ts';
import { patient as resourceHttpBehindTls } from './resource-http-behind-tls.ts';
import { patient as resourceMetadataAppended } from './resource-metadata-appended.ts';
import { patient as resourceMetadataCopiesDiffer } from './resource-metadata-copies-differ.ts';
import { patient as resourceMetadataHtml } from './resource-metadata-html.ts';
import { patient as resourceMetadataMissing } from './resource-metadata-missing.ts';
import { patient as resourceMetadataOnlyRoot } from './resource-metadata-only-root.ts';
import { patient as resourceMissing } from './resource-missing.ts';
import { patient as resourceOtherHost } from './resource-other-host.ts';
import { patient as resourceParent } from './resource-parent.ts';
import { patient as resourceScopesNull } from './resource-scopes-null.ts';
import { patient as resourceSibling } from './resource-sibling.ts';
import { patient as resourceSlashServed } from './resource-slash-served.ts';
import { patient as resourceTrailingSlash } from './resource-trailing-slash.ts';
import { patient as resourceTwoEndpoints } from './resource-two-endpoints.ts';
import { patient as responseTypesMissing } from './response-types-missing.ts';
import { patient as revocationDoesNothing } from './revocation-does-nothing.ts';
import { patient as revocationRefusesUnknown } from './revocation-refuses-unknown.ts';
import { patient as scopeNeverEnoughToConnect } from './scope-never-enough-to-connect.ts';
import { patient as scopeNeverEnough } from './scope-never-enough.ts';
import { patient as scopeOneByOne } from './scope-one-by-one.ts';
import { patient as scopesNotListed } from './scopes-not-listed.ts';
import { patient as serverDocumentsDisagree } from './server-documents-disagree.ts';
import { patient as serverMetadataAppended } from './server-metadata-appended.ts';
import { patient as serverMetadataHtmlFirst } from './server-metadata-html-first.ts';
import { patient as serverMetadataMissing } from './server-metadata-missing.ts';
import { patient as serverMetadataOnlyRoot } from './server-metadata-only-root.ts';
import { patient as serverMetadataRedirected } from './server-metadata-redirected.ts';
import { patient as serverMetadataTextPlain } from './server-metadata-text-plain.ts';
import { patient as serversEmpty } from './servers-empty.ts';
import { patient as serversFirstDead } from './servers-first-dead.ts';
import { patient as serversMissing } from './servers-missing.ts';
import { patient as serversString } from './servers-string.ts';
import { patient as serversWithQuery } from './servers-with-query.ts';
import { patient as signInCertificate } from './sign-in-certificate.ts';
import { patient as signInDownloads } from './sign-in-downloads.ts';
import { patient as signInEmptyBody } from './sign-in-empty-body.ts';
import { patient as signInErrorPage } from './sign-in-error-page.ts';
import { patient as signInForgets } from './sign-in-forgets.ts';
import { patient as signInFrameRefused } from './sign-in-frame-refused.ts';
import { patient as signInHangs } from './sign-in-hangs.ts';
import { patient as signInHostUnknown } from './sign-in-host-unknown.ts';
import { patient as signInInPopup } from './sign-in-in-popup.ts';
import { patient as signInNoContent } from './sign-in-no-content.ts';
import { patient as signInOctetStream } from './sign-in-octet-stream.ts';
import { patient as signInOnAnotherHost } from './sign-in-on-another-host.ts';
import { patient as signInOpensProgram } from './sign-in-opens-program.ts';
import { patient as signInPageLoop } from './sign-in-page-loop.ts';
import { patient as signInPopupByButton } from './sign-in-popup-by-button.ts';
import { patient as signInRedirectLoop } from './sign-in-redirect-loop.ts';
import { patient as signInRefusesEmbedded } from './sign-in-refuses-embedded.ts';
import { patient as signInResets } from './sign-in-resets.ts';
import { patient as signInScriptBreaks } from './sign-in-script-breaks.ts';
import { patient as signInWaitsForOpener } from './sign-in-waits-for-opener.ts';
import { patient as signInWantsPasskey } from './sign-in-wants-passkey.ts';
import { patient as signInWithPassword } from './sign-in-with-password.ts';
import { patient as tokenAnswerIsForm } from './token-answer-is-form.ts';
import { patient as tokenAnyVerifier } from './token-any-verifier.ts';
import { patient as tokenAudienceIsClient } from './token-audience-is-client.ts';
import { patient as tokenCacheable } from './token-cacheable.ts';
import { patient as tokenClockAhead } from './token-clock-ahead.ts';
import { patient as tokenCodesForAnyone } from './token-codes-for-anyone.ts';
import { patient as tokenCodesReusable } from './token-codes-reusable.ts';
import { patient as tokenCrashesOnUnknownClient } from './token-crashes-on-unknown-client.ts';
import { patient as tokenCrashes } from './token-crashes.ts';
import { patient as tokenEmptyRequestCrashes } from './token-empty-request-crashes.ts';
import { patient as tokenEndpointHttp } from './token-endpoint-http.ts';
import { patient as tokenEndpointRelative } from './token-endpoint-relative.ts';
import { patient as tokenIsJwt } from './token-is-jwt.ts';
import { patient as tokenLifetimeIsText } from './token-lifetime-is-text.ts';
import { patient as tokenLifetimeMissing } from './token-lifetime-missing.ts';
import { patient as tokenLivesAMonth } from './token-lives-a-month.ts';
import { patient as tokenLivesOneSecond } from './token-lives-one-second.ts';
import { patient as tokenLivesTenSeconds } from './token-lives-ten-seconds.ts';
import { patient as tokenNulls } from './token-nulls.ts';
import { patient as tokenOutlivesReplay } from './token-outlives-replay.ts';
import { patient as tokenOverOnArrival } from './token-over-on-arrival.ts';
import { patient as tokenRefusedByServer } from './token-refused-by-server.ts';
import { patient as tokenRefusesClients } from './token-refuses-clients.ts';
import { patient as tokenRefusesCodes } from './token-refuses-codes.ts';
import { patient as tokenRefusesResource } from './token-refuses-resource.ts';
import { patient as tokenScopeList } from './token-scope-list.ts';
import { patient as tokenSecretWithPlus } from './token-secret-with-plus.ts';
import { patient as tokenTakesAnyGrant } from './token-takes-any-grant.ts';
import { patient as tokenTypeMissing } from './token-type-missing.ts';
import { patient as tokenTypeUnknown } from './token-type-unknown.ts';
import { patient as tokenWantsJson } from './token-wants-json.ts';
import { patient as tokenWithoutRefresh } from './token-without-refresh.ts';
import { patient as tokenWithoutVerifier } from './token-without-verifier.ts';
import { patient as networkHttp10 } from './network-http-1-0.ts';
import { patient as networkIpv6Only } from './network-ipv6-only.ts';
import { patient as challenge200RpcError } from './challenge-200-rpc-error.ts';
import { patient as registrationAnswers200 } from './registration-answers-200.ts';
import { patient as tokenErrorsAs200 } from './token-errors-as-200.ts';
import { patient as challenge302Login } from './challenge-302-login.ts';
import { patient as resourceMetadata302Login } from './resource-metadata-302-login.ts';
import { patient as callbackBy307 } from './callback-by-307.ts';
import { patient as callbackBy308 } from './callback-by-308.ts';
import { patient as challenge400ForDiscover } from './challenge-400-for-discover.ts';
import { patient as challenge400 } from './challenge-400.ts';
import { patient as incidentBare401 } from './incident-bare-401.ts';
import { patient as refreshDeadToken401 } from './refresh-dead-token-401.ts';
import { patient as resourceMetadata401 } from './resource-metadata-401.ts';
import { patient as challenge403 } from './challenge-403.ts';
import { patient as scope403Bare } from './scope-403-bare.ts';
import { patient as resourceMetadata500 } from './resource-metadata-500.ts';
import { patient as serverMetadata500First } from './server-metadata-500-first.ts';
import { patient as claudeCode11814 } from './claude-code-11814.ts';

export const PATIENTS: readonly Patient[] = [
  authorizeAnyResource,
  authorizeAsksTheUser,
  authorizeComparesPorts,
  authorizeConsentOnce,
  authorizeCrashesOnPrompt,
  authorizeCrashesOnUnknownClient,
  authorizeDenies,
  authorizeErrorsWithoutIss,
  authorizeFramable,
  authorizeImplicitFlow,
  authorizeIssMissing,
  authorizeIssSlash,
  authorizeNeedsScope,
  authorizeOpenRedirect,
  authorizePlainPkce,
  authorizePrefixRedirect,
  authorizeRefusesLongRequests,
  authorizeRefusesResource,
  authorizeRefusesScope,
  authorizeScopePage,
  authorizeStateCut,
  authorizeStateEncodedAgain,
  authorizeStateLost,
  authorizeWithoutPkce,
  authorizeWrongIss,
  callbackByForm,
  callbackByScript,
  callbackInFrame,
  challengeBare,
  challengeBasicFirst,
  challengeMissing,
  challengeNamesMissingDocument,
  challengeNamesServerDocument,
  challengeOfflineAccess,
  challengeRealmOnly,
  challengeRelative,
  challengeResourceParameter,
  challengeScopeCommas,
  challengeSpaces,
  challengeUnquoted,
  clientIdDocumentsAnyAddress,
  clientIdDocumentsComparePorts,
  clientIdDocumentsFetchPrivate,
  clientIdDocumentsIdUnchecked,
  clientIdDocumentsOnlyPromised,
  clientIdDocumentsRedirectUnchecked,
  clientIdDocumentsUnread,
  clientIdDocumentsWithoutNone,
  clientIdDocuments,
  clockAhead,
  consentFormAction,
  eventStreamOnly,
  firewallBlocksClaude,
  guardAsksLate,
  guardCrashesOnOddHeaders,
  guardIgnoresOrigin,
  guardOpensEventStream,
  guardTakesAnyToken,
  guardTakesBrokenSignatures,
  guardTakesExpiredTokens,
  guardTakesForeignTokens,
  guardTakesIdTokens,
  guardTakesSessionIds,
  guardTakesTokensInQuery,
  guardTakesUnsignedTokens,
  guardWantsTokenForPreflight,
  healthy,
  hostileChanging,
  hostileCompression,
  hostileControlCharacters,
  hostileDataUrl,
  hostileDrip,
  hostileFileUrl,
  hostileNetworkShare,
  hostilePrivateAddress,
  hostileRedirectCycle,
  hostileReversedText,
  hostileScriptUrl,
  hostileShellCharacters,
  hostileText,
  incidentAppendSlash,
  incidentBrowserCheck,
  incidentCognito,
  incidentEntra,
  incidentGoogle,
  incidentLoadBalancerGap,
  incidentMetadataBehindSignIn,
  incidentOpenWithMetadata,
  incidentProxySaysHttp,
  incidentSlack,
  issuerForeign,
  issuerSlashInMetadata,
  issuerSlashInResourceMetadata,
  issuerWrongCase,
  networkByteOrderMark,
  networkCertificateExpired,
  networkCertificateIncomplete,
  networkCertificateOtherHost,
  networkCertificateSelfSigned,
  networkEndless,
  networkGzip,
  networkHangs,
  networkHtmlEverywhere,
  networkHugeMetadata,
  networkOldTls,
  networkRefuses,
  networkResets,
  networkSignInHangs,
  networkSlow,
  noMetadataAtAll,
  openidMembersMissing,
  pathFallback,
  pkceNotListed,
  pkcePlainOnly,
  redirectOtherOrigin,
  refreshDropsAudience,
  refreshForgetsClients,
  refreshNeedsScope,
  refreshNeverRotates,
  refreshOldTokensWork,
  registrationCannotBeDeleted,
  registrationChangesRedirects,
  registrationDropsRefresh,
  registrationEmptyClientUri,
  registrationEndpointNull,
  registrationFirewallPage,
  registrationForgetsAtOnce,
  registrationForgetsClients,
  registrationIssuesSecret,
  registrationLimitedAtOnce,
  registrationLimited,
  registrationMissing,
  registrationNameless,
  registrationNulls,
  registrationRefusesCursor,
  registrationRefusesHosted,
  registrationRefusesLoopback,
  registrationRefusesScope,
  registrationRefusesUnknownMembers,
  registrationRefusesVscode,
  registrationSharesId,
  registrationTakesPlainHttp,
  registrationTakesScripts,
  registrationTextTimestamp,
  registrationWantsToken,
  registrationWithoutRedirects,
  resourceBearerInBody,
  resourceHttpBehindTls,
  resourceMetadataAppended,
  resourceMetadataCopiesDiffer,
  resourceMetadataHtml,
  resourceMetadataMissing,
  resourceMetadataOnlyRoot,
  resourceMissing,
  resourceOtherHost,
  resourceParent,
  resourceScopesNull,
  resourceSibling,
  resourceSlashServed,
  resourceTrailingSlash,
  resourceTwoEndpoints,
  responseTypesMissing,
  revocationDoesNothing,
  revocationRefusesUnknown,
  scopeNeverEnoughToConnect,
  scopeNeverEnough,
  scopeOneByOne,
  scopesNotListed,
  serverDocumentsDisagree,
  serverMetadataAppended,
  serverMetadataHtmlFirst,
  serverMetadataMissing,
  serverMetadataOnlyRoot,
  serverMetadataRedirected,
  serverMetadataTextPlain,
  serversEmpty,
  serversFirstDead,
  serversMissing,
  serversString,
  serversWithQuery,
  signInCertificate,
  signInDownloads,
  signInEmptyBody,
  signInErrorPage,
  signInForgets,
  signInFrameRefused,
  signInHangs,
  signInHostUnknown,
  signInInPopup,
  signInNoContent,
  signInOctetStream,
  signInOnAnotherHost,
  signInOpensProgram,
  signInPageLoop,
  signInPopupByButton,
  signInRedirectLoop,
  signInRefusesEmbedded,
  signInResets,
  signInScriptBreaks,
  signInWaitsForOpener,
  signInWantsPasskey,
  signInWithPassword,
  tokenAnswerIsForm,
  tokenAnyVerifier,
  tokenAudienceIsClient,
  tokenCacheable,
  tokenClockAhead,
  tokenCodesForAnyone,
  tokenCodesReusable,
  tokenCrashesOnUnknownClient,
  tokenCrashes,
  tokenEmptyRequestCrashes,
  tokenEndpointHttp,
  tokenEndpointRelative,
  tokenIsJwt,
  tokenLifetimeIsText,
  tokenLifetimeMissing,
  tokenLivesAMonth,
  tokenLivesOneSecond,
  tokenLivesTenSeconds,
  tokenNulls,
  tokenOutlivesReplay,
  tokenOverOnArrival,
  tokenRefusedByServer,
  tokenRefusesClients,
  tokenRefusesCodes,
  tokenRefusesResource,
  tokenScopeList,
  tokenSecretWithPlus,
  tokenTakesAnyGrant,
  tokenTypeMissing,
  tokenTypeUnknown,
  tokenWantsJson,
  tokenWithoutRefresh,
  tokenWithoutVerifier,
  networkHttp10,
  networkIpv6Only,
  challenge200RpcError,
  registrationAnswers200,
  tokenErrorsAs200,
  challenge302Login,
  resourceMetadata302Login,
  callbackBy307,
  callbackBy308,
  challenge400ForDiscover,
  challenge400,
  incidentBare401,
  refreshDeadToken401,
  resourceMetadata401,
  challenge403,
  scope403Bare,
  resourceMetadata500,
  serverMetadata500First,
  claudeCode11814,
];
