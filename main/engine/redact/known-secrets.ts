import { isTag } from './tags.ts';
import type { Report } from '../../contract/report.ts';

const MASK = '…';
/** The members of a registration that open something (RFC 7591 §3.2.1, RFC 7592 §3). */
const MEMBER = /"(?:client_secret|registration_access_token)"\s{0,20}:\s{0,20}"((?:[^"\\]|\\.)*)/g;
/** Shorter values are ordinary words as well. */
const SHORTEST = 6;
/**
 * Members with words of our own. They hold nothing of a server, and one that gives “registration” as
 * a secret must not make the report unreadable.
 */
const OURS = new Set(
  (
    'schema tool startedAt id step purpose method kind exchange code severity category confidence ' +
    'clients requirements consequenceOf references client version outcome cause level revisions ' +
    'state transport rootCause os scope incident automation'
  ).split(' '),
);
/** A text may have been cut in the middle of a secret; so much of its beginning tells it. */
const BEGINNING = 12;

/**
 * Takes what the registrations of a run were given out of its whole report by exact value: a server
 * may repeat a secret where no name tells that it is one. Rules by name and shape come after it.
 * @see safety H3, H5
 */
export function withoutKnownSecrets(report: Report): Report {
  const secrets = knownSecrets(report);
  return secrets.length === 0 ? report : mapTexts(report, (text) => hideKnown(text, secrets));
}

/** Every secret value, as it was spelled and as JSON reads it; longer ones first. */
function knownSecrets({ targets }: Report): readonly string[] {
  const bodies = targets.flatMap(({ trace }) => trace.map((one) => one.response?.body ?? ''));
  const spelled = bodies.flatMap((body) =>
    Array.from(body.matchAll(MEMBER), ([, value]) => value!),
  );
  const all = spelled.flatMap((one) => [one, unescaped(one)]);
  const forms = all.flatMap((one) => [one, encodeURIComponent(one)]);
  return [...new Set(forms)]
    .filter((one) => one.length >= SHORTEST && !isTag(one))
    .toSorted((one, two) => two.length - one.length);
}

function hideKnown(text: string, secrets: readonly string[]): string {
  let shown = text;
  for (const secret of secrets) {
    shown = shown.replaceAll(secret, MASK);
    if (secret.length > BEGINNING) shown = hideBeginning(shown, secret);
  }
  return shown;
}

/** What is left of a secret that was cut, up to where it stops being the secret. */
function hideBeginning(text: string, secret: string): string {
  const [first, ...rest] = text.split(secret.slice(0, BEGINNING));
  const tail = secret.slice(BEGINNING);
  return [first, ...rest.map((one) => one.slice(sharedLength(one, tail)))].join(MASK);
}

function sharedLength(one: string, two: string): number {
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  return at;
}

/** A value that was cut in the middle of an escape is taken as it stands. */
function unescaped(value: string): string {
  try {
    return JSON.parse(`"${value}"`) as string;
  } catch {
    return value;
  }
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, change)) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    OURS.has(key) ? one : mapTexts(one, change),
  ]);
  return Object.fromEntries(entries) as T;
}
