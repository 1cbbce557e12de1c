import type { Ask, FixContext } from '../../../model/fix.ts';

/** The port on which a client waits for the browser. */
export const CALLBACK_PORT: Ask = {
  id: 'callback-port',
  label: 'Which port is registered for the callback?',
  help: 'The number in http://localhost:PORT/callback as the authorization server has it, from 1024 to 65535.',
  kind: 'number',
  options: [],
};

/** The answer as a port that a program without special rights can take, or null. */
export function portOf(answers: FixContext['answers']): number | null {
  const text = answers[CALLBACK_PORT.id]?.trim() ?? '';
  const port = /^\d{4,5}$/.test(text) ? Number(text) : 0;
  return port >= 1024 && port < 65_536 ? port : null;
}
