import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'hostile-network-share',
  title: 'A network share for an authorization server',
  breaks:
    'The resource metadata names a Windows network share, which sends a password hash to whoever owns it.',
  expects: ['F27'],
  number: null,
  requirement: 'PR-14',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadata: { authorization_servers: ['\\\\share.evil.example\\c$'] } }),
});
