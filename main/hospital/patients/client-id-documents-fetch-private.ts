import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'client-id-documents-fetch-private',
  title: 'Client documents are fetched from private addresses',
  breaks: 'A client id on a private address is fetched, and the page tells what became of it.',
  expects: ['F55'],
  number: 88,
  requirement: 'CI-07',
  seenBy: 'registration',
  mutate: () => ({
    serverMetadata: { client_id_metadata_document_supported: true },
    auth: { clientDocuments: { unchecked: ['private address'] } },
  }),
});
