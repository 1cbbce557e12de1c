import { definePatient } from '../patient.ts';
import { challengeWith, resourceMetadataUrl, SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'incident-proxy-says-http',
  title: 'http everywhere behind a TLS proxy',
  breaks:
    'A server behind a TLS proxy writes http into its challenge and both documents, since that is what it sees.',
  expects: ['F26', 'F22', 'F27', 'F18'],
  number: null,
  requirement: 'PR-12',
  seenBy: 'probe',
  setting: { tls: true, host: 'mcp.acme.example', redirectsHttp: true },
  mutate: (names) => {
    const { authOrigin, resource } = names;
    const inside = (url: string) => url.replace('https:', 'http:');
    return {
      challenge: challengeWith(
        `Bearer resource_metadata="${inside(resourceMetadataUrl(names))}", scope="${SCOPE}"`,
      ),
      issuer: inside(authOrigin),
      resourceMetadata: { resource: inside(resource) },
      serverMetadata: {
        authorization_endpoint: inside(`${authOrigin}/authorize`),
        token_endpoint: inside(`${authOrigin}/token`),
        registration_endpoint: inside(`${authOrigin}/register`),
        revocation_endpoint: inside(`${authOrigin}/revoke`),
      },
    };
  },
});
