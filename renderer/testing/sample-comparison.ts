import type { Comparison, PlaceReport } from '../../main/contract/comparison.ts';
import { SAMPLE_URL } from './sample-report.ts';

const PLACE: PlaceReport = {
  id: 'A',
  kind: 'entry',
  client: 'claude-code',
  name: 'Claude Code (user)',
  scope: 'user',
  file: '/Users/sam/.claude.json',
  line: 12,
  pointer: '/mcpServers/acme',
  server: 'acme',
  url: SAMPLE_URL,
  outcome: 'works',
  from: 'log',
  why: 'The log of Claude Code says it connected, 2026-11-23T14:03:12.000Z.',
  near: null,
};

/** The server `acme` in two places, one slash apart. */
export const SAMPLE_COMPARISON: Comparison = {
  server: { name: 'acme', url: SAMPLE_URL },
  places: [
    PLACE,
    {
      ...PLACE,
      id: 'B',
      client: 'mcp-remote',
      name: 'mcp-remote, started by Claude Desktop, local servers (user)',
      file: '/Users/sam/Library/Application Support/Claude/claude_desktop_config.json',
      url: `${SAMPLE_URL}/`,
      outcome: 'blocked',
      why: 'The log of mcp-remote says it failed at resource metadata (F26).',
      near: 'a slash more at the end',
    },
  ],
  left: 0,
  differences: [
    {
      id: 'address',
      what: 'Address',
      values: [
        { place: 'A', value: SAMPLE_URL },
        { place: 'B', value: `${SAMPLE_URL}/` },
      ],
      explains: { code: 'F26', sentence: 'One slash apart: B ends with a slash, A without.' },
      weight: 'explains',
    },
    {
      id: 'client-version',
      what: 'Client version',
      values: [
        { place: 'A', value: 'Claude Code 2.1.330' },
        { place: 'B', value: null },
      ],
      explains: null,
      weight: 'matters',
    },
  ],
  same: [{ id: 'scopes', what: 'Scopes', value: 'as the server says' }],
  explanation: {
    end: 'explained',
    code: 'F26',
    sentence: 'One slash apart: B ends with a slash, A without.',
    next: 'Write the address in B exactly as in A.',
  },
};
