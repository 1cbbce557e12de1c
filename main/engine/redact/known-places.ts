import type { Mark, MarkKind } from './marks.ts';

/** Who and where a person is, as this machine tells it; each null where it is not known. */
export interface KnownPlaces {
  /** The home folder, in the notation of its system. */
  readonly home: string | null;
  readonly user: string | null;
  readonly host: string | null;
}

/** Names that many machines share, and words of every log. */
const COMMON_NAMES = new Set(
  (
    'root admin administrator user users home node ubuntu debian runner build test guest public ' +
    'default system service docker vagrant pi ec2-user app www-data nobody local localhost mac ' +
    'claude code mcp server client token host desktop laptop macbook windows linux'
  ).split(' '),
);

type FindPlaces = (text: string) => readonly Mark[];

/**
 * Prepares the search for what tells of a person: the home folder in every separator and encoding,
 * also as Claude writes it into the name of a project folder (each sign a dash), the user's and the
 * machine's name, addresses of mail, and of networks at home (RFC 1918, RFC 6598, RFC 4193, RFC 3927,
 * RFC 4291 §2.5.6, and MAC addresses).
 * @see safety H6
 */
export function placeFinder(places: KnownPlaces): FindPlaces {
  const named = [...homeRules(places.home), ...nameRules(places)];
  return (text) => [
    ...named.flatMap(({ kind, pattern }) => marksOf(text, kind, pattern)),
    ...generalHomes(text),
    ...mails(text),
    ...networks(text),
  ];
}

interface PlaceRule {
  readonly kind: MarkKind;
  readonly pattern: RegExp;
}

function homeRules(home: string | null): readonly PlaceRule[] {
  if (home === null || home.length < 4) return [];
  const parts = home.split(/[\\/]+/).filter((one) => one !== '');
  const absolute = /^[\\/]/.test(home);
  const [drive] = parts;
  const separator = String.raw`(?:\\{1,8}|/|\\{0,3}/|%2f|%5c|%252f|%255c)`;
  const colon = String.raw`(?::|%3a|%253a)`;
  const head = absolute ? separator : '';
  const steps = parts.map((one) => spelled(one).replace(/:$/, colon));
  const ahead = String.raw`(?![\w-])`;
  const path = new RegExp(`${head}${steps.join(separator)}${ahead}`, 'gi');
  const dashed = escaped(home.replace(/[^A-Za-z0-9]/g, '-'));
  const rules: PlaceRule[] = [
    { kind: 'home folder', pattern: path },
    { kind: 'home folder', pattern: new RegExp(`${dashed}(?![A-Za-z0-9])`, 'gi') },
  ];
  if (!/^[A-Za-z]:$/.test(drive ?? '')) return rules;
  // The same folder as seen from a Unix shell on Windows: /c/Users/ada, /mnt/c/Users/ada.
  const unix = `/(?:mnt/|cygdrive/)?${drive!.charAt(0)}/${steps.slice(1).join('/')}${ahead}`;
  return [...rules, { kind: 'home folder', pattern: new RegExp(unix, 'gi') }];
}

function nameRules({ user, host, home }: KnownPlaces): readonly PlaceRule[] {
  const last = home?.split(/[\\/]/).findLast((one) => one !== '') ?? null;
  const hosts = [host, host?.replace(/\.(?:local|lan|home|fritz\.box|localdomain)$/i, '') ?? null];
  return [
    ...[user, last].flatMap((one) => nameRule('user name', one)),
    ...hosts.flatMap((one) => nameRule('host name', one)),
  ];
}

function nameRule(kind: MarkKind, name: string | null): readonly PlaceRule[] {
  if (name === null || name.length < 3 || COMMON_NAMES.has(name.toLowerCase())) return [];
  const tail = kind === 'host name' ? String.raw`(?:\.(?:local|lan|home|localdomain))?` : '';
  const pattern = `(?<![A-Za-z0-9])${spelled(name)}${tail}(?![A-Za-z0-9])`;
  return [{ kind, pattern: new RegExp(pattern, 'gi') }];
}

/** A name as it is, or encoded for an address or in JSON. */
function spelled(name: string): string {
  const encoded = encodeURIComponent(name.replace(/[\ud800-\udfff]/g, '\ufffd'));
  const inJson = [...name].map((one) => (/[ -~]/.test(one) ? one : unitOf(one))).join('');
  const forms = new Set([name, encoded, encoded.replaceAll('%', '%25'), inJson].map(escaped));
  return forms.size === 1 ? [...forms].join('') : `(?:${[...forms].join('|')})`;
}

function unitOf(one: string): string {
  return String.raw`\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`);
}

/** The name in any home folder, also one of another machine: `/Users/ada/…`, `C:\\Users\\ada`. */
const GENERAL_HOME =
  /(?:[\\/]|%2f|%5c)(?:home|Users|Documents and Settings)(?:[\\/]{1,4}|%2f|%5c)([A-Za-z0-9._~-]{1,64})/gi;
const SHARED =
  /^(?:shared|public|default|all|runner|node|root|user|username|you|me|name|[.~]{1,3})$/i;

function generalHomes(text: string): readonly Mark[] {
  return Array.from(text.matchAll(GENERAL_HOME)).flatMap(({ index, 0: whole, 1: name = '' }) => {
    const end = index + whole.length;
    const start = end - name.length;
    return SHARED.test(name) ? [] : [{ start, end, kind: 'user name' as const, value: null }];
  });
}

const MAIL =
  /(?<![\w.%+-])[A-Za-z0-9][\w.+-]{0,63}(?:@|%40)(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}(?![\w-])/g;

function mails(text: string): readonly Mark[] {
  if (!text.includes('@') && !text.includes('%40')) return [];
  return marksOf(text, 'mail address', MAIL);
}

const IPV4 =
  /(?<![\w.])(?:10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|192\.168|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.\d{1,3}\.\d{1,3}(?![\w])(?!\.\d)/g;
const IPV6 =
  /(?<![\w:.])(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f])(?::[0-9a-f]{0,4}){2,7}(?:(?:%25|%)[A-Za-z0-9]{1,15})?(?![\w:])/gi;
const MAC =
  /(?<![\w:-])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:-])|(?<![\w:-])(?:[0-9a-f]{2}-){5}[0-9a-f]{2}(?![\w:-])/gi;

function networks(text: string): readonly Mark[] {
  return [IPV4, IPV6, MAC].flatMap((pattern) => marksOf(text, 'network address', pattern));
}

function marksOf(text: string, kind: MarkKind, pattern: RegExp): readonly Mark[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
    kind,
    value: null,
  }));
}
