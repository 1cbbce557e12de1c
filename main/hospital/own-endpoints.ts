import type { Endpoints } from './patient.ts';

/** Addresses that no client guesses: without metadata they cannot be found. */
export const OWN_ENDPOINTS: Endpoints = {
  authorize: '/oauth2/v1/authorize',
  token: '/oauth2/v1/token',
  register: '/oauth2/v1/clients',
};
