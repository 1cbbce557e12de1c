/** The requirements of the specification, by number. Written by `npm run generate`: do not edit. */
import type { Requirement } from '../model/requirement.ts';
import { requirement as as01PublishesMetadata } from './as-01-publishes-metadata.ts';
import { requirement as az01RefusesUnknownRedirects } from './az-01-refuses-unknown-redirects.ts';
import { requirement as ci01ClientIdDocuments } from './ci-01-client-id-documents.ts';
import { requirement as dr01RegistrationEndpoint } from './dr-01-registration-endpoint.ts';
import { requirement as ex01ClientCredentialsMethods } from './ex-01-client-credentials-methods.ts';
import { requirement as pr01DocumentFound } from './pr-01-document-found.ts';
import { requirement as rs01Answers401 } from './rs-01-answers-401.ts';
import { requirement as tk01AnswersErrorsAsJson } from './tk-01-answers-errors-as-json.ts';
import { requirement as as02InsertedAddress } from './as-02-inserted-address.ts';
import { requirement as az02ComparesRedirectsExactly } from './az-02-compares-redirects-exactly.ts';
import { requirement as ci02FetchesDocuments } from './ci-02-fetches-documents.ts';
import { requirement as dr02RegistersWith201 } from './dr-02-registers-with-201.ts';
import { requirement as ex02ClientCredentialsAlgorithms } from './ex-02-client-credentials-algorithms.ts';
import { requirement as pr02PathAddress } from './pr-02-path-address.ts';
import { requirement as rs02SendsWwwAuthenticate } from './rs-02-sends-www-authenticate.ts';
import { requirement as tk02TakesForms } from './tk-02-takes-forms.ts';
import { requirement as as03OpenidInserted } from './as-03-openid-inserted.ts';
import { requirement as az03IgnoresLoopbackPorts } from './az-03-ignores-loopback-ports.ts';
import { requirement as ci03ChecksDocumentId } from './ci-03-checks-document-id.ts';
import { requirement as dr03GivesAClientId } from './dr-03-gives-a-client-id.ts';
import { requirement as pr03RootOnly } from './pr-03-root-only.ts';
import { requirement as rs03NamesResourceMetadata } from './rs-03-names-resource-metadata.ts';
import { requirement as tk03AnswersJsonUncached } from './tk-03-answers-json-uncached.ts';
import { requirement as as04MoreThanOpenid } from './as-04-more-than-openid.ts';
import { requirement as az04RefusesUnknownClients } from './az-04-refuses-unknown-clients.ts';
import { requirement as ci04ChecksDocumentRedirects } from './ci-04-checks-document-redirects.ts';
import { requirement as dr04ReturnsRedirects } from './dr-04-returns-redirects.ts';
import { requirement as ex04EnterpriseGrantProfile } from './ex-04-enterprise-grant-profile.ts';
import { requirement as pr04Answers200 } from './pr-04-answers-200.ts';
import { requirement as rs04LeadsToMetadata } from './rs-04-leads-to-metadata.ts';
import { requirement as tk04HasTokenAndType } from './tk-04-has-token-and-type.ts';
import { requirement as as05IsJson } from './as-05-is-json.ts';
import { requirement as az05AsksForPkce } from './az-05-asks-for-pkce.ts';
import { requirement as ci05ChecksDocumentForm } from './ci-05-checks-document-form.ts';
import { requirement as dr05SecretWithExpiry } from './dr-05-secret-with-expiry.ts';
import { requirement as pr05IsJson } from './pr-05-is-json.ts';
import { requirement as rs05NamesHttpsAddress } from './rs-05-names-https-address.ts';
import { requirement as tk05HasNoNulls } from './tk-05-has-no-nulls.ts';
import { requirement as as06NothingBeforeIt } from './as-06-nothing-before-it.ts';
import { requirement as az06RefusesPlainPkce } from './az-06-refuses-plain-pkce.ts';
import { requirement as ci06CachesDocuments } from './ci-06-caches-documents.ts';
import { requirement as dr06AnswerFitsClients } from './dr-06-answer-fits-clients.ts';
import { requirement as pr06OpenToAnybody } from './pr-06-open-to-anybody.ts';
import { requirement as rs06ReadableBySdks } from './rs-06-readable-by-sdks.ts';
import { requirement as tk06SaysLifetime } from './tk-06-says-lifetime.ts';
import { requirement as as07IssuerIdentical } from './as-07-issuer-identical.ts';
import { requirement as az07ReturnsTheState } from './az-07-returns-the-state.ts';
import { requirement as ci07FetchesNoPrivateAddress } from './ci-07-fetches-no-private-address.ts';
import { requirement as dr07PublicClients } from './dr-07-public-clients.ts';
import { requirement as pr07ResourcePresent } from './pr-07-resource-present.ts';
import { requirement as rs07AsksForScopes } from './rs-07-asks-for-scopes.ts';
import { requirement as tk07SaysGrantedScope } from './tk-07-says-granted-scope.ts';
import { requirement as as08IssuerSlash } from './as-08-issuer-slash.ts';
import { requirement as az08SendsIss } from './az-08-sends-iss.ts';
import { requirement as ci08ShowsWhereTheCodeGoes } from './ci-08-shows-where-the-code-goes.ts';
import { requirement as dr08LoopbackRedirects } from './dr-08-loopback-redirects.ts';
import { requirement as pr08ResourceIdentifier } from './pr-08-resource-identifier.ts';
import { requirement as rs08WellFormedParameters } from './rs-08-well-formed-parameters.ts';
import { requirement as tk08ChecksTheVerifier } from './tk-08-checks-the-verifier.ts';
import { requirement as as09RequiredMembers } from './as-09-required-members.ts';
import { requirement as az09IssIsTheIssuer } from './az-09-iss-is-the-issuer.ts';
import { requirement as dr09WebRedirects } from './dr-09-web-redirects.ts';
import { requirement as pr09CopyBelongsHere } from './pr-09-copy-belongs-here.ts';
import { requirement as rs09NoErrorWithoutToken } from './rs-09-no-error-without-token.ts';
import { requirement as tk09DemandsTheVerifier } from './tk-09-demands-the-verifier.ts';
import { requirement as as10HttpsEndpoints } from './as-10-https-endpoints.ts';
import { requirement as az10TakesTheResource } from './az-10-takes-the-resource.ts';
import { requirement as ci10RefusesMalformedIds } from './ci-10-refuses-malformed-ids.ts';
import { requirement as dr10VscodeRedirects } from './dr-10-vscode-redirects.ts';
import { requirement as ex10DpopAlgorithms } from './ex-10-dpop-algorithms.ts';
import { requirement as pr10IsTheCalledUrl } from './pr-10-is-the-called-url.ts';
import { requirement as rs10RefusesMadeUpTokens } from './rs-10-refuses-made-up-tokens.ts';
import { requirement as tk10RefusesDowngrades } from './tk-10-refuses-downgrades.ts';
import { requirement as as11CodeResponse } from './as-11-code-response.ts';
import { requirement as az11RefusesForeignResources } from './az-11-refuses-foreign-resources.ts';
import { requirement as ci11RefusesSharedSecrets } from './ci-11-refuses-shared-secrets.ts';
import { requirement as dr11CursorRedirects } from './dr-11-cursor-redirects.ts';
import { requirement as pr11SameFinalSlash } from './pr-11-same-final-slash.ts';
import { requirement as rs11SaysInvalidToken } from './rs-11-says-invalid-token.ts';
import { requirement as tk11TakesCodesOnce } from './tk-11-takes-codes-once.ts';
import { requirement as as12CodeGrant } from './as-12-code-grant.ts';
import { requirement as az12TreatsSlashTwinsAlike } from './az-12-treats-slash-twins-alike.ts';
import { requirement as ci12PublicClients } from './ci-12-public-clients.ts';
import { requirement as dr12IgnoresUnknownMembers } from './dr-12-ignores-unknown-members.ts';
import { requirement as pr12PublicOrigin } from './pr-12-public-origin.ts';
import { requirement as rs12SurvivesMalformedHeaders } from './rs-12-survives-malformed-headers.ts';
import { requirement as tk12EndsTokensOfReplayedCodes } from './tk-12-ends-tokens-of-replayed-codes.ts';
import { requirement as as13PkceListed } from './as-13-pkce-listed.ts';
import { requirement as az13AnswersScopesOnTheRedirect } from './az-13-answers-scopes-on-the-redirect.ts';
import { requirement as ci13IgnoresLoopbackPorts } from './ci-13-ignores-loopback-ports.ts';
import { requirement as dr13RefusesPlainHttp } from './dr-13-refuses-plain-http.ts';
import { requirement as pr13NamesServers } from './pr-13-names-servers.ts';
import { requirement as rs13RefusesExpiredTokens } from './rs-13-refuses-expired-tokens.ts';
import { requirement as tk13BindsCodesToClients } from './tk-13-binds-codes-to-clients.ts';
import { requirement as as14PkceInOpenid } from './as-14-pkce-in-openid.ts';
import { requirement as az14WorksWithoutScope } from './az-14-works-without-scope.ts';
import { requirement as dr14RefusesScripts } from './dr-14-refuses-scripts.ts';
import { requirement as pr14IssuerIdentifiers } from './pr-14-issuer-identifiers.ts';
import { requirement as as15S256 } from './as-15-s256.ts';
import { requirement as az15RefusesTheImplicitFlow } from './az-15-refuses-the-implicit-flow.ts';
import { requirement as dr15RefusesInOauthForm } from './dr-15-refuses-in-oauth-form.ts';
import { requirement as pr15FirstServerAnswers } from './pr-15-first-server-answers.ts';
import { requirement as tk15TakesTheResource } from './tk-15-takes-the-resource.ts';
import { requirement as as16PublicClients } from './as-16-public-clients.ts';
import { requirement as az16ForbidsFrames } from './az-16-forbids-frames.ts';
import { requirement as dr16NoInitialToken } from './dr-16-no-initial-token.ts';
import { requirement as pr16NoNulls } from './pr-16-no-nulls.ts';
import { requirement as rs16RefusesIdTokens } from './rs-16-refuses-id-tokens.ts';
import { requirement as tk16TokenIsForTheServer } from './tk-16-token-is-for-the-server.ts';
import { requirement as as17WayToAnId } from './as-17-way-to-an-id.ts';
import { requirement as az17AsksForEachClient } from './az-17-asks-for-each-client.ts';
import { requirement as dr17OneIdEach } from './dr-17-one-id-each.ts';
import { requirement as pr17SaysScopes } from './pr-17-says-scopes.ts';
import { requirement as rs17ChecksSignatures } from './rs-17-checks-signatures.ts';
import { requirement as tk17ComparesResources } from './tk-17-compares-resources.ts';
import { requirement as as18KeepsThePromiseOfIss } from './as-18-keeps-the-promise-of-iss.ts';
import { requirement as az18ToleratesPrompt } from './az-18-tolerates-prompt.ts';
import { requirement as dr18TakesScopes } from './dr-18-takes-scopes.ts';
import { requirement as pr18FewScopes } from './pr-18-few-scopes.ts';
import { requirement as rs18EnforcesScopes } from './rs-18-enforces-scopes.ts';
import { requirement as tk18NamesUnknownClients } from './tk-18-names-unknown-clients.ts';
import { requirement as as19OpenidMembers } from './as-19-openid-members.ts';
import { requirement as az19TakesOrdinaryRequests } from './az-19-takes-ordinary-requests.ts';
import { requirement as dr19KeepsRefreshGrant } from './dr-19-keeps-refresh-grant.ts';
import { requirement as pr19HeaderTokens } from './pr-19-header-tokens.ts';
import { requirement as rs19RefusesTokensInTheAddress } from './rs-19-refuses-tokens-in-the-address.ts';
import { requirement as tk19NamesUnknownGrants } from './tk-19-names-unknown-grants.ts';
import { requirement as as20OptionalMembers } from './as-20-optional-members.ts';
import { requirement as az20ComesBackByRedirect } from './az-20-comes-back-by-redirect.ts';
import { requirement as dr20LetsClientsRegister } from './dr-20-lets-clients-register.ts';
import { requirement as pr20CopiesAgree } from './pr-20-copies-agree.ts';
import { requirement as rs20ChecksEveryRequest } from './rs-20-checks-every-request.ts';
import { requirement as tk20ErrorsAreNoSuccess } from './tk-20-errors-are-no-success.ts';
import { requirement as as21DocumentsAgree } from './as-21-documents-agree.ts';
import { requirement as pr21ServerListsResource } from './pr-21-server-lists-resource.ts';
import { requirement as tk21TakesEncodedSecrets } from './tk-21-takes-encoded-secrets.ts';
import { requirement as as22ScopesListed } from './as-22-scopes-listed.ts';
import { requirement as pr22SignedMetadata } from './pr-22-signed-metadata.ts';
import { requirement as rs22GuardsStreamAndSession } from './rs-22-guards-stream-and-session.ts';
import { requirement as tk22TakesItsOwnMethod } from './tk-22-takes-its-own-method.ts';
import { requirement as as23NoRedirects } from './as-23-no-redirects.ts';
import { requirement as pr23OwnDocument } from './pr-23-own-document.ts';
import { requirement as rs23Answers403ForScope } from './rs-23-answers-403-for-scope.ts';
import { requirement as tk23IssuesRefreshTokens } from './tk-23-issues-refresh-tokens.ts';
import { requirement as as24OpenToBrowsers } from './as-24-open-to-browsers.ts';
import { requirement as pr24FirstRevision } from './pr-24-first-revision.ts';
import { requirement as rs24SaysInsufficientScope } from './rs-24-says-insufficient-scope.ts';
import { requirement as tk24RenewsTokens } from './tk-24-renews-tokens.ts';
import { requirement as as25OfflineAccess } from './as-25-offline-access.ts';
import { requirement as rs25NamesMissingScopes } from './rs-25-names-missing-scopes.ts';
import { requirement as tk25RotatesRefreshTokens } from './tk-25-rotates-refresh-tokens.ts';
import { requirement as as26RevokesUnknownToken } from './as-26-revokes-unknown-token.ts';
import { requirement as rs26RepeatsResourceMetadata } from './rs-26-repeats-resource-metadata.ts';
import { requirement as tk26EndsOldRefreshTokens } from './tk-26-ends-old-refresh-tokens.ts';
import { requirement as as27GuessedEndpoints } from './as-27-guessed-endpoints.ts';
import { requirement as rs27AsksForScopesAtOnce } from './rs-27-asks-for-scopes-at-once.ts';
import { requirement as tk27EndsStolenFamilies } from './tk-27-ends-stolen-families.ts';
import { requirement as as28EndpointOfTheIssuer } from './as-28-endpoint-of-the-issuer.ts';
import { requirement as tk28NamesDeadRefreshTokens } from './tk-28-names-dead-refresh-tokens.ts';
import { requirement as tk29TokensLiveADayAtMost } from './tk-29-tokens-live-a-day-at-most.ts';
import { requirement as rs30SurvivesMalformedRequests } from './rs-30-survives-malformed-requests.ts';
import { requirement as tk30RenewedTokensWork } from './tk-30-renewed-tokens-work.ts';
import { requirement as rs31NoOfflineAccess } from './rs-31-no-offline-access.ts';
import { requirement as tk31FreshTokensWork } from './tk-31-fresh-tokens-work.ts';
import { requirement as rs32ChecksTheOrigin } from './rs-32-checks-the-origin.ts';
import { requirement as rs34OpenToBrowserClients } from './rs-34-open-to-browser-clients.ts';
import { requirement as rs35Same401InBothEras } from './rs-35-same-401-in-both-eras.ts';
import { requirement as rs36AnswersWithoutRedirect } from './rs-36-answers-without-redirect.ts';
import { requirement as rs37AsksFromTheFirstCall } from './rs-37-asks-from-the-first-call.ts';
import { requirement as rs38HttpsEverywhere } from './rs-38-https-everywhere.ts';

export const REQUIREMENTS: readonly Requirement[] = [
  as01PublishesMetadata,
  az01RefusesUnknownRedirects,
  ci01ClientIdDocuments,
  dr01RegistrationEndpoint,
  ex01ClientCredentialsMethods,
  pr01DocumentFound,
  rs01Answers401,
  tk01AnswersErrorsAsJson,
  as02InsertedAddress,
  az02ComparesRedirectsExactly,
  ci02FetchesDocuments,
  dr02RegistersWith201,
  ex02ClientCredentialsAlgorithms,
  pr02PathAddress,
  rs02SendsWwwAuthenticate,
  tk02TakesForms,
  as03OpenidInserted,
  az03IgnoresLoopbackPorts,
  ci03ChecksDocumentId,
  dr03GivesAClientId,
  pr03RootOnly,
  rs03NamesResourceMetadata,
  tk03AnswersJsonUncached,
  as04MoreThanOpenid,
  az04RefusesUnknownClients,
  ci04ChecksDocumentRedirects,
  dr04ReturnsRedirects,
  ex04EnterpriseGrantProfile,
  pr04Answers200,
  rs04LeadsToMetadata,
  tk04HasTokenAndType,
  as05IsJson,
  az05AsksForPkce,
  ci05ChecksDocumentForm,
  dr05SecretWithExpiry,
  pr05IsJson,
  rs05NamesHttpsAddress,
  tk05HasNoNulls,
  as06NothingBeforeIt,
  az06RefusesPlainPkce,
  ci06CachesDocuments,
  dr06AnswerFitsClients,
  pr06OpenToAnybody,
  rs06ReadableBySdks,
  tk06SaysLifetime,
  as07IssuerIdentical,
  az07ReturnsTheState,
  ci07FetchesNoPrivateAddress,
  dr07PublicClients,
  pr07ResourcePresent,
  rs07AsksForScopes,
  tk07SaysGrantedScope,
  as08IssuerSlash,
  az08SendsIss,
  ci08ShowsWhereTheCodeGoes,
  dr08LoopbackRedirects,
  pr08ResourceIdentifier,
  rs08WellFormedParameters,
  tk08ChecksTheVerifier,
  as09RequiredMembers,
  az09IssIsTheIssuer,
  dr09WebRedirects,
  pr09CopyBelongsHere,
  rs09NoErrorWithoutToken,
  tk09DemandsTheVerifier,
  as10HttpsEndpoints,
  az10TakesTheResource,
  ci10RefusesMalformedIds,
  dr10VscodeRedirects,
  ex10DpopAlgorithms,
  pr10IsTheCalledUrl,
  rs10RefusesMadeUpTokens,
  tk10RefusesDowngrades,
  as11CodeResponse,
  az11RefusesForeignResources,
  ci11RefusesSharedSecrets,
  dr11CursorRedirects,
  pr11SameFinalSlash,
  rs11SaysInvalidToken,
  tk11TakesCodesOnce,
  as12CodeGrant,
  az12TreatsSlashTwinsAlike,
  ci12PublicClients,
  dr12IgnoresUnknownMembers,
  pr12PublicOrigin,
  rs12SurvivesMalformedHeaders,
  tk12EndsTokensOfReplayedCodes,
  as13PkceListed,
  az13AnswersScopesOnTheRedirect,
  ci13IgnoresLoopbackPorts,
  dr13RefusesPlainHttp,
  pr13NamesServers,
  rs13RefusesExpiredTokens,
  tk13BindsCodesToClients,
  as14PkceInOpenid,
  az14WorksWithoutScope,
  dr14RefusesScripts,
  pr14IssuerIdentifiers,
  as15S256,
  az15RefusesTheImplicitFlow,
  dr15RefusesInOauthForm,
  pr15FirstServerAnswers,
  tk15TakesTheResource,
  as16PublicClients,
  az16ForbidsFrames,
  dr16NoInitialToken,
  pr16NoNulls,
  rs16RefusesIdTokens,
  tk16TokenIsForTheServer,
  as17WayToAnId,
  az17AsksForEachClient,
  dr17OneIdEach,
  pr17SaysScopes,
  rs17ChecksSignatures,
  tk17ComparesResources,
  as18KeepsThePromiseOfIss,
  az18ToleratesPrompt,
  dr18TakesScopes,
  pr18FewScopes,
  rs18EnforcesScopes,
  tk18NamesUnknownClients,
  as19OpenidMembers,
  az19TakesOrdinaryRequests,
  dr19KeepsRefreshGrant,
  pr19HeaderTokens,
  rs19RefusesTokensInTheAddress,
  tk19NamesUnknownGrants,
  as20OptionalMembers,
  az20ComesBackByRedirect,
  dr20LetsClientsRegister,
  pr20CopiesAgree,
  rs20ChecksEveryRequest,
  tk20ErrorsAreNoSuccess,
  as21DocumentsAgree,
  pr21ServerListsResource,
  tk21TakesEncodedSecrets,
  as22ScopesListed,
  pr22SignedMetadata,
  rs22GuardsStreamAndSession,
  tk22TakesItsOwnMethod,
  as23NoRedirects,
  pr23OwnDocument,
  rs23Answers403ForScope,
  tk23IssuesRefreshTokens,
  as24OpenToBrowsers,
  pr24FirstRevision,
  rs24SaysInsufficientScope,
  tk24RenewsTokens,
  as25OfflineAccess,
  rs25NamesMissingScopes,
  tk25RotatesRefreshTokens,
  as26RevokesUnknownToken,
  rs26RepeatsResourceMetadata,
  tk26EndsOldRefreshTokens,
  as27GuessedEndpoints,
  rs27AsksForScopesAtOnce,
  tk27EndsStolenFamilies,
  as28EndpointOfTheIssuer,
  tk28NamesDeadRefreshTokens,
  tk29TokensLiveADayAtMost,
  rs30SurvivesMalformedRequests,
  tk30RenewedTokensWork,
  rs31NoOfflineAccess,
  tk31FreshTokensWork,
  rs32ChecksTheOrigin,
  rs34OpenToBrowserClients,
  rs35Same401InBothEras,
  rs36AnswersWithoutRedirect,
  rs37AsksFromTheFirstCall,
  rs38HttpsEverywhere,
];
