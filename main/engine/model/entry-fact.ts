/**
 * What is remarkable about a server entry, without a value that could be secret. The reader of the
 * entry records, modes judge.
 */
export type EntryFact =
  /** `${NAME}` or `${NAME:-default}`; `isSet` is null for a copied profile. */
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly hasDefault: boolean;
      readonly isSet: boolean | null;
      readonly at: EntryPlace;
    }
  /** White space that does not show: at the ends, or a character like U+00A0 or U+200B within. */
  | {
      readonly kind: 'white-space';
      readonly where: 'ends' | 'inside' | 'name';
      readonly at: EntryPlace;
    }
  /** A value that looks like a secret and stands in plain text. */
  | { readonly kind: 'secret'; readonly what: string; readonly at: EntryPlace }
  /** An argument like `Authorization: Bearer x` that is cut at its space on Windows (F126). */
  | { readonly kind: 'spaced-argument'; readonly at: EntryPlace }
  /** A header by its name. */
  | { readonly kind: 'header'; readonly name: string; readonly at: EntryPlace }
  /** A variable that the entry sets for its command, by name. */
  | { readonly kind: 'sets'; readonly name: string; readonly at: EntryPlace }
  /** The version of mcp-remote that is asked for; null where none is (safety I5). */
  | {
      readonly kind: 'package';
      readonly name: string;
      readonly version: string | null;
      readonly at: EntryPlace;
    }
  /** A key that this client does not read here, and the one that it does, where there is one. */
  | {
      readonly kind: 'unread-key';
      readonly name: string;
      readonly instead: string | null;
      readonly at: EntryPlace;
    }
  /** A key by which the file itself switches the server off: `disabled`, `enabled`. */
  | { readonly kind: 'switched-off'; readonly key: string; readonly at: EntryPlace };

export interface EntryPlace {
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

/** `oauth` of a Claude Code entry, and the arguments of mcp-remote that mean the same. */
export interface EntrySignIn {
  /** Public by nature. */
  readonly clientId: string | null;
  readonly hasSecret: boolean;
  readonly callbackPort: number | null;
  readonly scopes: readonly string[];
  readonly serverMetadataUrl: string | null;
}
