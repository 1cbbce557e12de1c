import type { SignInRound } from '../../../model/sign-in-evidence.ts';
import { exchangeMessages, message, requestLine, type Draft, type Way } from './message.ts';
import { visitMessages } from './visit.ts';

const TO_SERVER: Way = ['client', 'server'];
const TO_AUTHORIZATION: Way = ['client', 'authorization'];

/** One round of a sign-in, as far as it has come. */
export function roundMessages(round: SignInRound): readonly Draft[] {
  return [
    ...reason(round),
    ...registration(round),
    ...visitMessages(round),
    ...token(round),
    ...calls(round),
  ];
}

/** Why the client begins again, before all that follows from it. */
function reason({ number, because, startedAt }: SignInRound): readonly Draft[] {
  if (number === 1) return [];
  const common = { id: `r${number}.because`, round: number, at: startedAt };
  const isOurs = because === 'a second client, to see whether it asks again';
  const text = isOurs ? `round ${number}: ${because}` : `signs in again: ${because}`;
  const state = isOurs ? 'ok' : 'warning';
  return [message({ ...common, kind: 'note', text, state }, ['client', 'client'])];
}

function registration({ number, registration: exchange }: SignInRound): readonly Draft[] {
  if (!exchange) return [];
  const id = `r${number}.registration`;
  const text = requestLine(exchange);
  const told = { id, round: number, way: TO_AUTHORIZATION, text, answer: 'a client id' };
  return exchangeMessages(exchange, told);
}

function token({ number, token: exchange, tokens, strict }: SignInRound): readonly Draft[] {
  if (!exchange) return [];
  const given =
    tokens === null
      ? 'no token'
      : tokens.hasRefresh
        ? 'access and refresh token'
        : 'an access token';
  const text = requestLine(exchange);
  const told = {
    id: `r${number}.token`,
    round: number,
    way: TO_AUTHORIZATION,
    text,
    answer: given,
  };
  const refusal = strict.find(({ step }) => step === 'token');
  return exchangeMessages(exchange, told).map((one) =>
    one.kind === 'answer' && one.state === 'ok' && (tokens === null || refusal !== undefined)
      ? { ...one, state: tokens === null ? 'wrong' : 'warning', says: refusal?.says ?? null }
      : one,
  );
}

/** The era that the server does not speak may refuse its call; then it is only a remark. */
function calls({ number, legacyCall, modernCall, list }: SignInRound): readonly Draft[] {
  const first = [
    { name: 'initialize', exchange: legacyCall },
    { name: 'server/discover', exchange: modernCall },
  ];
  const isIn = first.some(({ exchange }) => isGood(exchange));
  const all = [...first, { name: 'tools/list', exchange: list }];
  return all.flatMap(({ name, exchange }) =>
    exchange === null
      ? []
      : exchangeMessages(exchange, {
          id: `r${number}.${name}`,
          round: number,
          way: TO_SERVER,
          text: `${requestLine(exchange)} ${name}, with the token`,
          otherwise: isIn && name !== 'tools/list' ? 'warning' : 'wrong',
        }),
  );
}

function isGood(exchange: SignInRound['token']): boolean {
  if (exchange?.outcome.kind !== 'response') return false;
  const { status } = exchange.outcome.response;
  return status >= 200 && status < 300;
}
