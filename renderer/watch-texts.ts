/** What leads to the screen that watches the logs; its own texts are in watch/texts.ts. */
export const WATCHING = {
  start: 'Watch while you try again in Claude',
  /** In a row of a list, where the whole is too long. */
  short: 'Watch',
  startOf: (name: string) => `Watch ${name} while you try again in Claude`,
  title: (name: string) => `Watch while you try again in Claude: ${name}`,
  everything: 'all servers',
  hint: 'Watching reads what Claude writes on this machine while you try again, and contacts nobody.',
} as const;
