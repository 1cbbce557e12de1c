import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'consent-form-action',
  title: 'The consent page forbids its own redirect',
  breaks: 'The policy of the consent page lets its form go nowhere but to the page’s own origin.',
  expects: ['F64'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'form-action-blocked', outcome: 'failed' },
  mutate: () => ({
    auth: {
      consent: 'always',
      pageHeaders: {
        'x-frame-options': 'DENY',
        'content-security-policy': "frame-ancestors 'none'; form-action 'self'",
      },
    },
  }),
});
