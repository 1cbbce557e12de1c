import type { SignInReport } from '../../../contract/report.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';

/** What the access token is and what became of the tokens; empty where none was issued. */
export function tokensText(signIn: SignInReport, style: TerminalStyle): string {
  const { token, tokensAfter } = signIn;
  if (token === null && tokensAfter.length === 0) return '';
  const lines = [...(token === null ? [] : [factsOf(token)]), ...tokensAfter];
  const rows = lines.map((one) => paragraph(visible(one), style.width, 2));
  return [style.bold('The tokens'), '', ...rows].join('\n');
}

function factsOf(token: NonNullable<SignInReport['token']>): string {
  const { form, audience, issuer, scope, expiresIn, refreshable } = token;
  const facts = [
    form === 'jwt' ? 'A JWT' : 'An opaque access token',
    audience === null ? null : `for ${audience}`,
    issuer === null ? null : `from ${issuer}`,
    scope === null ? null : `with scope ${scope}`,
    expiresIn === null ? 'without a lifetime' : `valid for ${expiresIn} s`,
    refreshable ? 'with a refresh token' : 'without a refresh token',
  ];
  return `${facts.filter((one) => one !== null).join(', ')}.`;
}
