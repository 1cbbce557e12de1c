import { CHALLENGE, GOOD, ISSUER, META, PRM, RESOURCE, SERVERS, type WireRow } from './wire-row.ts';

/** Rows about servers that mean harm. */
export const HOSTILE_ROWS: readonly WireRow[] = [
  [
    'hostile-text',
    ISSUER,
    'https://x.example/"><img src=x onerror="document.title=1"><script data-planted>',
    '{auth}',
  ],
  ['hostile-file-url', SERVERS, ['file:///etc/passwd'], ['{auth}']],
  ['hostile-network-share', SERVERS, ['\\\\share.evil.example\\c$'], ['{auth}']],
  [
    'hostile-script-url',
    `auth ${META} authorization_endpoint`,
    'javascript:alert(document.domain)//',
    '{auth}/authorize',
  ],
  [
    'hostile-data-url',
    CHALLENGE,
    'Bearer resource_metadata="data:application/json,%7B%22resource%22%3A%22x%22%7D"',
    GOOD,
  ],
  ['hostile-private-address', SERVERS, ['https://169.254.169.254'], ['{auth}']],
  [
    'hostile-shell-characters',
    `auth ${META} authorization_endpoint`,
    '{auth}/authorize?a=1&calc.exe&$(id);id|id%60id%60',
    '{auth}/authorize',
  ],
  ['hostile-control-characters', RESOURCE, '{mcp}/mcp\r\nSet-Cookie: a=b\r\n\u0000', '{mcp}/mcp'],
  ['hostile-reversed-text', ISSUER, '{auth}/\u202egro.live\u2066', '{auth}'],
  ['hostile-redirect-cycle', `mcp ${PRM} @location`, '{mcp}/one', null],
  ['hostile-redirect-cycle', 'mcp /one @location', '{mcp}/two', null],
  ['hostile-redirect-cycle', 'mcp /two @location', '{mcp}/one', null],
  ['hostile-compression', `mcp ${PRM} @content-encoding`, 'gzip', null],
  ['hostile-drip', `auth ${META} @transfer-encoding`, 'chunked', null],
];
