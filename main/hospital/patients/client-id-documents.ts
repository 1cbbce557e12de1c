import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'client-id-documents',
  title: 'Client-id documents in place of registration',
  breaks: 'Clients are known by their documents alone, so those that can only register get no id.',
  expects: ['F40'],
  number: null,
  requirement: null,
  seenBy: 'registration',
  mutate: () => ({
    serverMetadata: { client_id_metadata_document_supported: true, registration_endpoint: null },
    auth: { clientDocuments: { unchecked: [] } },
  }),
});
