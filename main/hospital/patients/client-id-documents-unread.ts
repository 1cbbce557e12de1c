import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'client-id-documents-unread',
  title: 'Anything passes as client document',
  breaks: 'A client id is taken whatever stands at its address.',
  expects: ['F55'],
  number: null,
  requirement: 'CI-05',
  seenBy: 'registration',
  mutate: () => ({
    serverMetadata: { client_id_metadata_document_supported: true },
    auth: { clientDocuments: { unchecked: ['content'] } },
  }),
});
