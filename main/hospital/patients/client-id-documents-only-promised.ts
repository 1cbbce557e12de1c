import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'client-id-documents-only-promised',
  title: 'Client-id documents are only promised',
  breaks: 'The metadata offers client-id documents, and every one of them is an unknown client.',
  expects: ['F46'],
  number: 85,
  requirement: 'CI-02',
  seenBy: 'registration',
  mutate: () => ({ serverMetadata: { client_id_metadata_document_supported: true } }),
});
