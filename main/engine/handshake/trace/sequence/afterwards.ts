import type { Exchange } from '../../../model/evidence.ts';
import type { SignInCheck, SignInTrace } from '../../../model/sign-in-evidence.ts';
import { exchangeMessages, requestLine, type Draft, type Told, type Way } from './message.ts';

const TO_SERVER: Way = ['client', 'server'];
const TO_AUTHORIZATION: Way = ['client', 'authorization'];

/** Checks that the authorization server answers; the MCP server answers the others. */
const AT_AUTHORIZATION: readonly SignInCheck[] = [
  'code again',
  'wrong verifier',
  'no verifier',
  'other client',
  'unknown grant',
  'unknown client',
];

/** What was tried when the sign-in had succeeded: refresh, what must be refused, revocation. */
export function afterwardMessages(trace: SignInTrace, round: number): readonly Draft[] {
  const { refresh, checks, revocation, afterRevocation } = trace;
  const draw = (exchange: Exchange | null | undefined, told: Omit<Told, 'round'>) =>
    exchange ? exchangeMessages(exchange, { ...told, round }) : [];
  return [
    ...draw(refresh?.exchange, { ...toToken('refresh', refresh?.exchange), answer: 'a new token' }),
    ...draw(refresh?.withScope, toToken('refresh-scope', refresh?.withScope, 'with the scope')),
    ...draw(refresh?.call, {
      id: 'refresh-call',
      way: TO_SERVER,
      text: 'a call with the new token',
    }),
    ...Object.entries(checks).flatMap(([name, exchange]) => draw(exchange, refused(name))),
    ...draw(revocation, {
      id: 'revocation',
      way: TO_AUTHORIZATION,
      text: revocation ? `${requestLine(revocation)}, ends the token` : '',
    }),
    ...draw(afterRevocation, {
      ...refused('the token after its revocation'),
      id: 'after-revocation',
    }),
    ...draw(refresh?.oldAgain, { ...mustFail('the old refresh token again'), id: 'old-again' }),
    ...draw(refresh?.unknown, { ...mustFail('a made-up refresh token'), id: 'unknown-refresh' }),
  ];
}

function toToken(id: string, exchange?: Exchange | null, more = ''): Omit<Told, 'round'> {
  const line = exchange ? requestLine(exchange) : '';
  return { id, way: TO_AUTHORIZATION, text: `${line}, refresh${more === '' ? '' : ` ${more}`}` };
}

function mustFail(text: string): Omit<Told, 'round'> {
  const isGood = (status: number) => status >= 400 && status < 500;
  return {
    id: '',
    way: TO_AUTHORIZATION,
    text: `to be refused: ${text}`,
    isGood,
    otherwise: 'warning',
  };
}

function refused(name: string): Omit<Told, 'round'> {
  const isThere = AT_AUTHORIZATION.some((one) => one === name);
  const id = `check.${name.replaceAll(' ', '-')}`;
  return { ...mustFail(name), id, way: isThere ? TO_AUTHORIZATION : TO_SERVER };
}
