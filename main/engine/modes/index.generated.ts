/** The failure modes, by code. Written by `npm run generate`: do not edit. */
import type { Mode } from '../model/mode.ts';
import { mode as f01PrivateAddress } from './f01-private-address.ts';
import { mode as f02NoIpv4 } from './f02-no-ipv4.ts';
import { mode as f03SplitHorizon } from './f03-split-horizon.ts';
import { mode as f04Port } from './f04-port.ts';
import { mode as f05LocalUrl } from './f05-local-url.ts';
import { mode as f06FirewallTurnsClaudeAway } from './f06-firewall-turns-claude-away.ts';
import { mode as f07AnthropicEdge } from './f07-anthropic-edge.ts';
import { mode as f08RedirectElsewhere } from './f08-redirect-elsewhere.ts';
import { mode as f09RedirectedPath } from './f09-redirected-path.ts';
import { mode as f10Tls } from './f10-tls.ts';
import { mode as f11TlsInspection } from './f11-tls-inspection.ts';
import { mode as f12LocalProxy } from './f12-local-proxy.ts';
import { mode as f13Slow } from './f13-slow.ts';
import { mode as f14ServerDown } from './f14-server-down.ts';
import { mode as f15SignInHost } from './f15-sign-in-host.ts';
import { mode as f16ResourceMetadataForm } from './f16-resource-metadata-form.ts';
import { mode as f17ServerMetadataForm } from './f17-server-metadata-form.ts';
import { mode as f18EndpointsElsewhere } from './f18-endpoints-elsewhere.ts';
import { mode as f19ServerMetadataSilent } from './f19-server-metadata-silent.ts';
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
import { mode as f34NonJsonErrors } from './f34-non-json-errors.ts';
import { mode as f35ClosedToBrowsers } from './f35-closed-to-browsers.ts';
import { mode as f36OpenServerWithMetadata } from './f36-open-server-with-metadata.ts';
import { mode as f37ChallengeParameters } from './f37-challenge-parameters.ts';
import { mode as f38TokenNotChecked } from './f38-token-not-checked.ts';
import { mode as f39OpenDoors } from './f39-open-doors.ts';
import { mode as f40NoRegistration } from './f40-no-registration.ts';
import { mode as f41ClientIdIgnored } from './f41-client-id-ignored.ts';
import { mode as f42RegistrationRefused } from './f42-registration-refused.ts';
import { mode as f43RedirectNotRegistered } from './f43-redirect-not-registered.ts';
import { mode as f44RedirectRefusedAtSignIn } from './f44-redirect-refused-at-sign-in.ts';
import { mode as f45CodeTabRedirect } from './f45-code-tab-redirect.ts';
import { mode as f46ClientDocumentsPromised } from './f46-client-documents-promised.ts';
import { mode as f47RegistrationAnswerMalformed } from './f47-registration-answer-malformed.ts';
import { mode as f48RegistrationPicky } from './f48-registration-picky.ts';
import { mode as f49RegistrationLimited } from './f49-registration-limited.ts';
import { mode as f50ClientForgotten } from './f50-client-forgotten.ts';
import { mode as f51DoubleRegistration } from './f51-double-registration.ts';
import { mode as f52PublishedConnector } from './f52-published-connector.ts';
import { mode as f53RegistrationCareless } from './f53-registration-careless.ts';
import { mode as f54RegistrationKeepsLess } from './f54-registration-keeps-less.ts';
import { mode as f55ClientDocumentsUnchecked } from './f55-client-documents-unchecked.ts';
import { mode as f60BlankTab } from './f60-blank-tab.ts';
import { mode as f61OtherAccount } from './f61-other-account.ts';
import { mode as f62PagesInCircles } from './f62-pages-in-circles.ts';
import { mode as f63CallbackIsNoRedirect } from './f63-callback-is-no-redirect.ts';
import { mode as f64PagePolicyBlocks } from './f64-page-policy-blocks.ts';
import { mode as f65ScopeRefused } from './f65-scope-refused.ts';
import { mode as f66ResourceRefused } from './f66-resource-refused.ts';
import { mode as f67SignInComesBackWrong } from './f67-sign-in-comes-back-wrong.ts';
import { mode as f69WindowNotEnough } from './f69-window-not-enough.ts';
import { mode as f70BrowserOnAnotherMachine } from './f70-browser-on-another-machine.ts';
import { mode as f71CallbackOnOneAddress } from './f71-callback-on-one-address.ts';
import { mode as f72CallbackPortTaken } from './f72-callback-port-taken.ts';
import { mode as f73BrowserDidNotOpen } from './f73-browser-did-not-open.ts';
import { mode as f74TimeIsUp } from './f74-time-is-up.ts';
import { mode as f75RedirectsMatchedLoosely } from './f75-redirects-matched-loosely.ts';
import { mode as f76PkceNotEnforced } from './f76-pkce-not-enforced.ts';
import { mode as f77SignInPageStumbles } from './f77-sign-in-page-stumbles.ts';
import { mode as f78SignInPageTooOpen } from './f78-sign-in-page-too-open.ts';
import { mode as f79Revocation } from './f79-revocation.ts';
import { mode as f80TokenNeverRequested } from './f80-token-never-requested.ts';
import { mode as f81TokenEndpointRejects } from './f81-token-endpoint-rejects.ts';
import { mode as f82TokenResponseMalformed } from './f82-token-response-malformed.ts';
import { mode as f83AudienceMismatch } from './f83-audience-mismatch.ts';
import { mode as f84TokenIssuedNeverUsed } from './f84-token-issued-never-used.ts';
import { mode as f85AuthorizedButNotFound } from './f85-authorized-but-not-found.ts';
import { mode as f86StaticHeaderBlocksSignIn } from './f86-static-header-blocks-sign-in.ts';
import { mode as f87InsufficientScope } from './f87-insufficient-scope.ts';
import { mode as f88ApiKeyOnly } from './f88-api-key-only.ts';
import { mode as f89ClientCredentialsOnly } from './f89-client-credentials-only.ts';
import { mode as f90NoRefreshToken } from './f90-no-refresh-token.ts';
import { mode as f91RefreshFails } from './f91-refresh-fails.ts';
import { mode as f92RefreshNotAttempted } from './f92-refresh-not-attempted.ts';
import { mode as f93KeptSignInUnusable } from './f93-kept-sign-in-unusable.ts';
import { mode as f94PassedOver } from './f94-passed-over.ts';
import { mode as f95KeychainNotUsed } from './f95-keychain-not-used.ts';
import { mode as f96AccountSwitch } from './f96-account-switch.ts';
import { mode as f97AccountSessionOver } from './f97-account-session-over.ts';
import { mode as f98ConnectorsAbsent } from './f98-connectors-absent.ts';
import { mode as f99ServerTwice } from './f99-server-twice.ts';
import { mode as f100StaleHostedState } from './f100-stale-hosted-state.ts';
import { mode as f101PlanOrRole } from './f101-plan-or-role.ts';
import { mode as f102UsageLimit } from './f102-usage-limit.ts';
import { mode as f103ClockSkew } from './f103-clock-skew.ts';
import { mode as f110JsonSyntax } from './f110-json-syntax.ts';
import { mode as f111UrlEntryInDesktopConfig } from './f111-url-entry-in-desktop-config.ts';
import { mode as f112UrlWithoutType } from './f112-url-without-type.ts';
import { mode as f113WrongType } from './f113-wrong-type.ts';
import { mode as f114StreamStatus } from './f114-stream-status.ts';
import { mode as f115WrongFileOrKey } from './f115-wrong-file-or-key.ts';
import { mode as f116PendingOrDisabled } from './f116-pending-or-disabled.ts';
import { mode as f117SameNameTwice } from './f117-same-name-twice.ts';
import { mode as f118VariableNotSet } from './f118-variable-not-set.ts';
import { mode as f119HiddenWhiteSpace } from './f119-hidden-white-space.ts';
import { mode as f120BadName } from './f120-bad-name.ts';
import { mode as f121EnterprisePolicy } from './f121-enterprise-policy.ts';
import { mode as f122MsixWrongFile } from './f122-msix-wrong-file.ts';
import { mode as f123AppRewritesConfig } from './f123-app-rewrites-config.ts';
import { mode as f124CommandNotFound } from './f124-command-not-found.ts';
import { mode as f125OldNode } from './f125-old-node.ts';
import { mode as f126ArgumentWithSpace } from './f126-argument-with-space.ts';
import { mode as f127NpxOnWindows } from './f127-npx-on-windows.ts';
import { mode as f128StdoutPollution } from './f128-stdout-pollution.ts';
import { mode as f129McpRemoteTwice } from './f129-mcp-remote-twice.ts';
import { mode as f130McpRemoteStaleStore } from './f130-mcp-remote-stale-store.ts';
import { mode as f131McpRemoteDiscovery } from './f131-mcp-remote-discovery.ts';
import { mode as f132OldClient } from './f132-old-client.ts';
import { mode as f133FirstAnswerTooLate } from './f133-first-answer-too-late.ts';
import { mode as f134LogFlood } from './f134-log-flood.ts';
import { mode as f135StartedTwice } from './f135-started-twice.ts';
import { mode as f136McpRemoteUnpinned } from './f136-mcp-remote-unpinned.ts';

export const MODES: readonly Mode[] = [
  f01PrivateAddress,
  f02NoIpv4,
  f03SplitHorizon,
  f04Port,
  f05LocalUrl,
  f06FirewallTurnsClaudeAway,
  f07AnthropicEdge,
  f08RedirectElsewhere,
  f09RedirectedPath,
  f10Tls,
  f11TlsInspection,
  f12LocalProxy,
  f13Slow,
  f14ServerDown,
  f15SignInHost,
  f16ResourceMetadataForm,
  f17ServerMetadataForm,
  f18EndpointsElsewhere,
  f19ServerMetadataSilent,
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
  f34NonJsonErrors,
  f35ClosedToBrowsers,
  f36OpenServerWithMetadata,
  f37ChallengeParameters,
  f38TokenNotChecked,
  f39OpenDoors,
  f40NoRegistration,
  f41ClientIdIgnored,
  f42RegistrationRefused,
  f43RedirectNotRegistered,
  f44RedirectRefusedAtSignIn,
  f45CodeTabRedirect,
  f46ClientDocumentsPromised,
  f47RegistrationAnswerMalformed,
  f48RegistrationPicky,
  f49RegistrationLimited,
  f50ClientForgotten,
  f51DoubleRegistration,
  f52PublishedConnector,
  f53RegistrationCareless,
  f54RegistrationKeepsLess,
  f55ClientDocumentsUnchecked,
  f60BlankTab,
  f61OtherAccount,
  f62PagesInCircles,
  f63CallbackIsNoRedirect,
  f64PagePolicyBlocks,
  f65ScopeRefused,
  f66ResourceRefused,
  f67SignInComesBackWrong,
  f69WindowNotEnough,
  f70BrowserOnAnotherMachine,
  f71CallbackOnOneAddress,
  f72CallbackPortTaken,
  f73BrowserDidNotOpen,
  f74TimeIsUp,
  f75RedirectsMatchedLoosely,
  f76PkceNotEnforced,
  f77SignInPageStumbles,
  f78SignInPageTooOpen,
  f79Revocation,
  f80TokenNeverRequested,
  f81TokenEndpointRejects,
  f82TokenResponseMalformed,
  f83AudienceMismatch,
  f84TokenIssuedNeverUsed,
  f85AuthorizedButNotFound,
  f86StaticHeaderBlocksSignIn,
  f87InsufficientScope,
  f88ApiKeyOnly,
  f89ClientCredentialsOnly,
  f90NoRefreshToken,
  f91RefreshFails,
  f92RefreshNotAttempted,
  f93KeptSignInUnusable,
  f94PassedOver,
  f95KeychainNotUsed,
  f96AccountSwitch,
  f97AccountSessionOver,
  f98ConnectorsAbsent,
  f99ServerTwice,
  f100StaleHostedState,
  f101PlanOrRole,
  f102UsageLimit,
  f103ClockSkew,
  f110JsonSyntax,
  f111UrlEntryInDesktopConfig,
  f112UrlWithoutType,
  f113WrongType,
  f114StreamStatus,
  f115WrongFileOrKey,
  f116PendingOrDisabled,
  f117SameNameTwice,
  f118VariableNotSet,
  f119HiddenWhiteSpace,
  f120BadName,
  f121EnterprisePolicy,
  f122MsixWrongFile,
  f123AppRewritesConfig,
  f124CommandNotFound,
  f125OldNode,
  f126ArgumentWithSpace,
  f127NpxOnWindows,
  f128StdoutPollution,
  f129McpRemoteTwice,
  f130McpRemoteStaleStore,
  f131McpRemoteDiscovery,
  f132OldClient,
  f133FirstAnswerTooLate,
  f134LogFlood,
  f135StartedTwice,
  f136McpRemoteUnpinned,
];
