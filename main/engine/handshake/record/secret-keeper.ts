import { Secret } from '../../secrets/secret.ts';
import { spellingsOf } from './spellings.ts';

/** What a value is, in the words of its tag: `[access token 1]`. */
export type SecretKind =
  | 'access token'
  | 'refresh token'
  | 'ID token'
  | 'client secret'
  | 'registration token'
  | 'code'
  | 'verifier'
  | 'state'
  | 'session'
  | 'credentials'
  | 'assertion'
  | 'altered token'
  | 'cookie'
  /** What the user's own address carries; its tag can stand anywhere in an address. */
  | 'key';

/** Shorter values are ordinary words as well; they are hidden where they stand alone. */
const WORD = 8;
const SHORTEST = 4;
/** What the protocol itself says; hiding it would make every document unreadable. */
const VOCABULARY = new Set(
  (
    'access_token refresh_token id_token token_type expires_in scope state code client_id ' +
    'client_secret registration_access_token redirect_uri authorization_code bearer basic none ' +
    'null true false undefined error invalid_token invalid_grant invalid_client issuer'
  ).split(' '),
);

/**
 * Knows every secret of one traced sign-in and replaces each by a tag in all that becomes evidence.
 * The same value has the same tag, so two texts are equal if and only if they were.
 * @see safety F1, F9, H3
 */
export class SecretKeeper {
  readonly #tags = new Map<string, string>();
  readonly #counts = new Map<SecretKind, number>();
  readonly #stands = new Map<string, string>();
  #pattern: RegExp | null = null;
  #spelled = new Map<string, string>();

  /** Remembers a value; what is known already keeps its tag. @returns its tag */
  know(kind: SecretKind, value: string | Secret): string {
    const text = value instanceof Secret ? value.reveal() : value;
    const known = this.#tags.get(text);
    if (known !== undefined) return known;
    if (this.#isTag(text)) return text;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const tag = kind === 'key' ? `hidden-key-${count}` : `[${kind} ${count}]`;
    this.#tags.set(text, tag);
    this.#pattern = null;
    return tag;
  }

  /**
   * A tag for a value that is no secret of OAuth but need not be told. It is not looked for elsewhere:
   * it may be an everyday word.
   */
  standFor(value: string): string {
    const tag = this.#stands.get(value) ?? `[value ${this.#stands.size + 1}]`;
    this.#stands.set(value, tag);
    return tag;
  }

  /** The text with a tag for every secret that is known, in whatever usual spelling it stands. */
  hide(text: string): string {
    const pattern = this.#compiled();
    if (pattern === null) return text;
    return text.replace(pattern, (found) => this.#spelled.get(found) ?? found);
  }

  /** Hides in every text of a value, names of members included. */
  hideAll<T>(value: T): T {
    if (typeof value === 'string') return this.hide(value) as T;
    if (Array.isArray(value)) return value.map((one: unknown) => this.hideAll(one)) as T;
    if (value === null || typeof value !== 'object') return value;
    const pairs = Object.entries(value).map(([name, one]: [string, unknown]) => [
      this.hide(name),
      this.hideAll(one),
    ]);
    return Object.fromEntries(pairs) as T;
  }

  #isTag(text: string): boolean {
    return [...this.#tags.values()].includes(text);
  }

  /** One expression for all of them: a long trace has many texts. Longer ones first. */
  #compiled(): RegExp | null {
    if (this.#pattern !== null || this.#tags.size === 0) return this.#pattern;
    this.#spelled = new Map(
      [...this.#tags].flatMap(([value, tag]) =>
        isHideable(value) ? spellingsOf(value).map((one) => [one, tag] as const) : [],
      ),
    );
    const all = [...this.#spelled.keys()].toSorted((one, two) => two.length - one.length);
    this.#pattern = all.length === 0 ? null : new RegExp(all.map(asPattern).join('|'), 'g');
    return this.#pattern;
  }
}

function isHideable(value: string): boolean {
  return value.length >= SHORTEST && !VOCABULARY.has(value.toLowerCase());
}

function asPattern(spelling: string): string {
  const literal = spelling.replace(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`);
  return spelling.length >= WORD ? literal : String.raw`(?<![\w-])${literal}(?![\w-])`;
}
