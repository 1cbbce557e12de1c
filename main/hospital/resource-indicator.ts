import type { Setup } from './setup.ts';

/**
 * Whether tokens may be made for this resource (RFC 8707 §2). Nothing asked is good: older clients
 * never ask. What the resource metadata says is good as well: the patient believes itself. Clients
 * send an origin with its slash, as the URL standard spells it (seen with mcp-remote 0.15.1).
 */
export function goodResource(setup: Setup, resource: string | null): boolean {
  return setup.auth.anyResource === true || isOurs(setup, resource);
}

/** What a token for this resource is good for: another server's name stays as it was asked. */
export function audienceFor(setup: Setup, resource: string | null): string {
  return resource === null || isOurs(setup, resource) ? setup.names.resource : resource;
}

function isOurs(setup: Setup, resource: string | null): boolean {
  const ours = [setup.names.resource, setup.resourceMetadata.resource];
  return resource === null || ours.some((one) => sameUrl(one, resource));
}

function sameUrl(one: unknown, two: string): boolean {
  if (typeof one !== 'string' || !URL.canParse(one) || !URL.canParse(two)) return one === two;
  return new URL(one).href === new URL(two).href;
}
