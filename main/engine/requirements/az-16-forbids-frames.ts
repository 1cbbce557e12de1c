import { defineRequirement } from '../model/requirement.ts';
import type { AuthorizeAttempt } from '../model/registration-evidence.ts';
import { isHtml } from '../probe/firewall.ts';
import { headerOf } from '../probe/header.ts';
import {
  AUTHORIZE_NEEDS,
  brokenBy,
  overSignInPage,
  type Opened,
} from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-16: nobody lays a page of theirs over the consent. */
export const requirement = defineRequirement({
  id: 'AZ-16',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'The sign-in page cannot be shown in a frame.',
  source: 'OAuth 2.1 §7; MCP security best practices',
  shownBy: ['F78'],
  needs: AUTHORIZE_NEEDS,
  check: overSignInPage(({ all }) => {
    const pages = all.filter(isOpenPage);
    if (pages.length === 0) return NO_PAGE;
    const framable = pages.find(({ attempt }) => !forbidsFrames(attempt));
    if (framable === undefined) return 'met';
    return brokenBy([framable], {
      text: 'The sign-in page can be framed: it has neither frame-ancestors nor X-Frame-Options. A page around it can make users press its buttons.',
      whatToDo: 'Send this header with the sign-in and consent pages.',
      snippet: "Content-Security-Policy: frame-ancestors 'none'",
      severity: 'warning',
    });
  }),
});

const NO_PAGE = {
  notSeen: 'No page was shown; what lies behind a redirect is not opened.',
} as const;

function isOpenPage({ attempt: { exchange }, outcome: { kind } }: Opened): boolean {
  const { outcome } = exchange;
  const isOk = outcome.kind === 'response' && outcome.response.status === 200;
  return kind === 'page' && isOk && isHtml(exchange);
}

function forbidsFrames({ exchange: { outcome } }: AuthorizeAttempt): boolean {
  if (outcome.kind === 'failure') return false;
  const { headers } = outcome.response;
  const policy = headerOf(headers, 'content-security-policy') ?? '';
  const options = headerOf(headers, 'x-frame-options') ?? '';
  return /(?:^|[;,\s])frame-ancestors\s/i.test(policy) || /deny|sameorigin/i.test(options);
}
