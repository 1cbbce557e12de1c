import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'client-id-documents-redirect-unchecked',
  title: 'Redirects of client documents are not checked',
  breaks: 'A client with a document is sent back to any address that it names.',
  expects: ['F55'],
  number: 87,
  requirement: 'CI-04',
  seenBy: 'registration',
  mutate: () => ({
    serverMetadata: { client_id_metadata_document_supported: true },
    auth: { clientDocuments: { unchecked: ['redirect'] } },
  }),
});
