const MARKER = '[secret]';

/**
 * A value that must not be seen: a token, code, verifier or client secret. Whatever turns it into
 * text by accident gets a marker (safety F9); `reveal` is the one way to the value, and stands only
 * where a request that needs it is written or a keychain takes it.
 */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  reveal(): string {
    return this.#value;
  }
  get length(): number {
    return this.#value.length;
  }
  toString(): string {
    return MARKER;
  }
  toJSON(): string {
    return MARKER;
  }
  /** What Node's inspect prints. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MARKER;
  }
}
