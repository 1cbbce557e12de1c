const TOO_LARGE =
  'Unblank reads 256 KB of a document (safety D20), so what a client makes of more is “not seen from here”, which agrees with nothing.';

/**
 * Where a real client did otherwise than its rules say, and why we leave it so. The list may only
 * get shorter: a disagreement that is not in it fails the test, and so does one that is no longer
 * there.
 */
export const DISAGREEMENTS: Readonly<Record<string, string>> = {
  'claude-code 2.1.197 hostile-compression': TOO_LARGE,
  'claude-code 2.1.330 hostile-compression': TOO_LARGE,
  'mcp-remote 0.15.1 hostile-compression': TOO_LARGE,
  'claude-code 2.1.197 network-huge-metadata': TOO_LARGE,
  'claude-code 2.1.330 network-huge-metadata': TOO_LARGE,
  'mcp-remote 0.15.1 network-huge-metadata': TOO_LARGE,
  'mcp-remote 0.15.1 guard-asks-late':
    'The server asks for a token only at the list of tools. mcp-remote then signs in twice at the same time, and its two registrations stumble over one file; a race that a person may win.',
  'mcp-remote 0.15.1 network-ipv6-only':
    'mcp-remote refuses to open a sign-in page at an IPv6 literal, [::1] here. Outside a laboratory such a server has a name.',
};
