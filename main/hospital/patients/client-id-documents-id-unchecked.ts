import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'client-id-documents-id-unchecked',
  title: 'The id in a client document is not read',
  breaks: 'A client document that names another client id than its own address is taken.',
  expects: ['F55'],
  number: 86,
  requirement: 'CI-03',
  seenBy: 'registration',
  mutate: () => ({
    serverMetadata: { client_id_metadata_document_supported: true },
    auth: { clientDocuments: { unchecked: ['id'] } },
  }),
});
