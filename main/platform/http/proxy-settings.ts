export interface ProxySetting {
  readonly variable: string;
  /** The value with user name and password masked; other text as it stands. */
  readonly value: string;
}

const VARIABLES: readonly string[] = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'];

/**
 * The proxy variables that are set, as curl and Node read them. Unblank does not use them yet; the
 * caller says so, because a client that does may take another way than we did.
 * @param env environment of the process
 * @returns in the order of the table, lower case before upper case; credentials masked (safety E7)
 */
export function proxySettings(
  env: Readonly<Record<string, string | undefined>>,
): readonly ProxySetting[] {
  return VARIABLES.flatMap((name) => [name.toLowerCase(), name]).flatMap((variable) => {
    const value = env[variable] ?? '';
    return value === '' ? [] : [{ variable, value: masked(value) }];
  });
}

/** Everything before the last @ of the authority is credentials, whether or not it is a URL. */
function masked(value: string): string {
  // SECURITY: E7
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu.exec(value)?.[0] ?? '';
  const rest = value.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  return at === -1 ? value : `${scheme}***@${rest.slice(at + 1)}`;
}
