import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'client-id-documents-compare-ports',
  title: 'Ports in client documents are compared',
  breaks: 'A loopback redirect has to carry the port that the client document names.',
  expects: ['F44', 'F40'],
  number: null,
  requirement: 'CI-13',
  seenBy: 'registration',
  mutate: () => ({
    serverMetadata: { client_id_metadata_document_supported: true, registration_endpoint: null },
    auth: { clientDocuments: { unchecked: [] }, redirectCheck: 'every-character' },
  }),
});
