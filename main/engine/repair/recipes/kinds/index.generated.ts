/** The what the owner of a server does, by name. Written by `npm run generate`: do not edit. */
import type { Recipe } from '../recipe.ts';
import { recipe as acceptRegistrations } from './accept-registrations.ts';
import { recipe as answerBothSpellings } from './answer-both-spellings.ts';
import { recipe as answerTokenRequests } from './answer-token-requests.ts';
import { recipe as bindTokens } from './bind-tokens.ts';
import { recipe as guardEveryDoor } from './guard-every-door.ts';
import { recipe as issueRefreshTokens } from './issue-refresh-tokens.ts';
import { recipe as keepTheIssuer } from './keep-the-issuer.ts';
import { recipe as letClaudeIn } from './let-claude-in.ts';
import { recipe as offerCodeFlow } from './offer-code-flow.ts';
import { recipe as openFormAction } from './open-form-action.ts';
import { recipe as openToBrowsers } from './open-to-browsers.ts';
import { recipe as openWellKnown } from './open-well-known.ts';
import { recipe as publishAddress } from './publish-address.ts';
import { recipe as publishServerMetadata } from './publish-server-metadata.ts';
import { recipe as requirePkce } from './require-pkce.ts';
import { recipe as sendChallenge } from './send-challenge.ts';
import { recipe as serveFullChain } from './serve-full-chain.ts';
import { recipe as serveResourceMetadata } from './serve-resource-metadata.ts';
import { recipe as redirectWith303 } from './redirect-with-303.ts';
import { recipe as refuseWith405 } from './refuse-with-405.ts';

export const RECIPES: readonly Recipe[] = [
  acceptRegistrations,
  answerBothSpellings,
  answerTokenRequests,
  bindTokens,
  guardEveryDoor,
  issueRefreshTokens,
  keepTheIssuer,
  letClaudeIn,
  offerCodeFlow,
  openFormAction,
  openToBrowsers,
  openWellKnown,
  publishAddress,
  publishServerMetadata,
  requirePkce,
  sendChallenge,
  serveFullChain,
  serveResourceMetadata,
  redirectWith303,
  refuseWith405,
];
