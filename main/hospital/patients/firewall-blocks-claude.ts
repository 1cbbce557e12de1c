import { definePatient } from '../patient.ts';
import type { Ask, Reply } from '../message.ts';
import { html } from '../reply.ts';

const PAGE = html(403, 'Attention Required! | Cloudflare', {
  server: 'cloudflare',
  'cf-ray': '0000000000000000-FRA',
});

function block({ headers }: Ask): Reply | null {
  return /^(Claude-User|python-httpx)\b/.test(headers['user-agent'] ?? '') ? PAGE : null;
}

export const patient = definePatient({
  name: 'firewall-blocks-claude',
  title: 'A firewall knows Claude by name',
  breaks:
    'A firewall answers 403 to programs that call themselves Claude-User or python-httpx, and lets all others through.',
  expects: ['F06'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({ mcpBefore: block, authBefore: block }),
});
