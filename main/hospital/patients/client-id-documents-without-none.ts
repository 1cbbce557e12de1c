import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'client-id-documents-without-none',
  title: 'Client-id documents without public clients',
  breaks:
    'The metadata offers client-id documents and does not list the method none, so Claude does not use them.',
  expects: ['F40', 'F46'],
  number: null,
  requirement: 'CI-12',
  seenBy: 'probe',
  mutate: () => ({
    serverMetadata: {
      client_id_metadata_document_supported: true,
      registration_endpoint: null,
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    },
    auth: { clientDocuments: { unchecked: [] } },
  }),
});
