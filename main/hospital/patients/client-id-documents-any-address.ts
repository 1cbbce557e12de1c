import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'client-id-documents-any-address',
  title: 'Malformed client ids are taken',
  breaks:
    'A client id with http, a fragment or a user name in it is taken for the address without.',
  expects: ['F55'],
  number: null,
  requirement: 'CI-10',
  seenBy: 'registration',
  mutate: () => ({
    serverMetadata: { client_id_metadata_document_supported: true },
    auth: { clientDocuments: { unchecked: ['address'] } },
  }),
});
