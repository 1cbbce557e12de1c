/**
 * How the authorization server of a patient differs from the healthy one in what it does, beyond
 * its documents. Every member left out is healthy.
 */
export interface AuthChanges {
  /** Takes no registration whose redirect URIs are on loopback (DR-08). */
  readonly refusesLoopback?: boolean;
}
