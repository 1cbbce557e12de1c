import { isLoopbackHost } from '../../../engine/safety/loopback-host.ts';

/**
 * What is said before the address is opened. For a client that is called back at a real page, that
 * page is asked by the user's own browser: whoever owns it sees the code.
 * @param redirectUri where the client is called back
 * @param listens true where the callback is also caught on this machine
 */
export function pasteWords(redirectUri: string, address: string, listens: boolean): string {
  return [before(redirectUri, listens), 'Open this address in a browser:', `  ${address}`].join(
    '\n\n',
  );
}

/** The question after which the paste is read. */
export const PASTE_QUESTION =
  'Paste the address your browser ends on (it stays hidden), then Enter: ';

function before(redirectUri: string, listens: boolean): string {
  const { protocol, hostname, host } = new URL(redirectUri);
  if (isLoopbackHost(hostname)) return here(listens);
  if (protocol === 'http:' || protocol === 'https:')
    return `At the end your own browser asks the real page ${host}, which did not begin this sign-in and will show an error. That is expected: copy the address of that page. Whoever runs ${host} sees the code in it; at a server that checks PKCE the code is of no use without a key that only Unblank has. Where that is too much, stop here and use --browser isolated, which lets nothing reach ${host}.`;
  return `At the end your browser wants to hand the answer to the program behind ${protocol}// on its machine. Do not let it: cancel the question, and copy the address that the last page leads to.`;
}

function here(listens: boolean): string {
  return listens
    ? 'If that browser runs on this machine, the answer arrives by itself. If it runs elsewhere, it ends on a page that it cannot reach: that is expected, copy the address of that page.'
    : 'At the end your browser shows a page that it cannot reach. That is expected: copy the address of that page.';
}
