import { Secret } from '../../secrets/secret.ts';
import { SecretIndex, SHORTEST_INDEXED } from './secret-index.ts';
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
  readonly #index = new SecretIndex();
  /** Short values are ordinary words as well; they are hidden where they stand alone. */
  readonly #words = new Map<string, string>();
  #pattern: RegExp | null = null;
  readonly #isTag = new Set<string>();

  /** Remembers a value; what is known already keeps its tag. @returns its tag */
  know(kind: SecretKind, value: string | Secret): string {
    const text = value instanceof Secret ? value.reveal() : value;
    const known = this.#tags.get(text);
    if (known !== undefined) return known;
    if (this.#isTag.has(text)) return text;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const tag = kind === 'key' ? `hidden-key-${count}` : `[${kind} ${count}]`;
    this.#tags.set(text, tag);
    this.#isTag.add(tag);
    if (isHideable(text)) for (const one of spellingsOf(text)) this.#look(one, tag);
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
    const shown = this.#index.replace(text);
    if (this.#words.size === 0) return shown;
    this.#pattern ??= new RegExp([...this.#words.keys()].map(asWord).join('|'), 'g');
    return shown.replace(this.#pattern, (found) => this.#words.get(found) ?? found);
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

  #look(spelling: string, tag: string): void {
    if (spelling.length >= SHORTEST_INDEXED) return this.#index.add(spelling, tag);
    this.#words.set(spelling, tag);
    this.#pattern = null;
  }
}

function isHideable(value: string): boolean {
  return value.length >= SHORTEST && !VOCABULARY.has(value.toLowerCase());
}

function asWord(spelling: string): string {
  const literal = spelling.replace(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`);
  return String.raw`(?<![\w-])${literal}(?![\w-])`;
}
