import type { Patient } from '../../main/hospital/patient.ts';

/** Those that would hold a client for longer than anybody waits. */
const ENDLESS = /hang|endless|drip/;
/** Those that show in a browser only: a page that asks, a script, a rule of the browser. */
const NEEDS_BROWSER = /asks-the-user|consent|denies|framable|callback-by/;

/**
 * Can a real client meet this server here? Not where it needs a public-looking name: there is no
 * resolver for it in a network that has only loopback; not where it never answers; and not where it
 * takes a browser.
 */
export function isMet({ name, setting }: Patient): boolean {
  return setting?.host === undefined && !ENDLESS.test(name) && !NEEDS_BROWSER.test(name);
}
