import { expect, it } from 'vitest';
import type { JournalEntry } from '../../../contract/repair.ts';
import { journalMarkdown } from './markdown.ts';

const ENTRY: JournalEntry = {
  ...{ id: 'ab12', at: '2026-11-24T10:00:00.000Z', state: 'applied', kind: 'fix', code: 'F112' },
  ...{ title: 'Add the type', server: '`acme`', evidence: ['# /home/ada/.claude.json:3'] },
  changes: [
    {
      ...{ file: '/home/ada/.claude.json', leadsTo: null, what: 'changed' },
      lines: [
        { kind: 'removed', before: 1, after: null, text: '```', maskedChange: false },
        { kind: 'added', before: null, after: 1, text: '•••', maskedChange: true },
      ],
      ...{ hashBefore: null, hashAfter: null, notes: ['A note.'] },
    },
  ],
  checks: [{ what: 'It', result: 'gone', says: 'It is gone.' }],
  ...{ undoes: null, undoneBy: null, undoable: true, next: '' },
};

it('says what was wrong, what was changed, what was checked and how to undo it', () => {
  expect(journalMarkdown([ENTRY], '/home/ada')).toBe(`# Changes made by Unblank

## Add the type

- When: 2026-11-24T10:00:00.000Z
- Server: \`\` \`acme\` \`\`
- Finding: F112
- State: applied

### What was seen

- \`# ~/.claude.json:3\`

### What was changed

\`~/.claude.json\`, changed:

\`\`\`\`diff
-\`\`\`
+•••   (what differs is hidden)
\`\`\`\`

A note.

### What was checked

- It: gone. It is gone.

### How to undo

\`unblank undo ab12\` brings the exact bytes back, on the machine where it was made.
`);
});

it('H3 masks once more what slipped into an entry', () => {
  const slipped = { ...ENTRY, evidence: ['Authorization: Bearer 8xLOxBtZp8abcdef0123'] };
  expect(journalMarkdown([slipped], '/')).not.toContain('8xLOxBtZp8');
});

it('says where a change cannot be undone, or was', () => {
  expect(journalMarkdown([{ ...ENTRY, undoable: false }], '')).toContain('cannot undo it');
  expect(journalMarkdown([{ ...ENTRY, undoneBy: 'x' }], '')).toContain('It was undone.');
});
