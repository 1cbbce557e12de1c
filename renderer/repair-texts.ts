/** What leads to the screens of repairs; their own texts are in repair/texts.ts. */
export const REPAIRING = {
  fix: 'Fix this',
  how: 'How to fix it',
  journal: 'Changes and backups',
} as const;
