import { count } from '../texts.ts';

/** The texts of the screen that checks every server of this machine. */
export const MATRIX = {
  title: 'All servers',
  about: (hosts: readonly string[]) =>
    hosts.length === 0
      ? 'Every entry here starts a command, so nobody is contacted. A check reads the configuration and nothing else.'
      : `A check contacts ${hosts.join(', ')} and the addresses their answers name. It sends the first requests of a client, without a token, and changes nothing.`,
  start: 'Check all',
  again: 'Check all again',
  stop: 'Stop',
  progress: (checked: number, total: number) => `Checking: ${checked} of ${total} are done.`,
  done: (checked: number, total: number) =>
    checked < total
      ? `${checked} of ${count(total, 'server is', 'servers are')} checked.`
      : total === 1
        ? 'The server is checked.'
        : `All ${total} servers are checked.`,
  table: 'How each server stands with each client',
  server: 'Server',
  first: 'First thing to fix',
  firstOf: (server: string) => `First thing to fix, at ${server}`,
  open: 'Show me',
  good: 'No server here stops a client.',
  goodText:
    'Nothing to fix was seen at any of them. A server that fails all the same shows more in a traced sign-in, or while it is watched.',
  notSeen: 'What keeps these servers was not seen.',
  notSeenText: 'Choose a server to read what was not looked at, and why.',
  none: 'No server is configured on this machine.',
  noneText: 'Check one by its URL on the left, or try the demo.',
  cell: (client: string, word: string) => `${client}: ${word}`,
  notJudged: 'not judged',
} as const;
