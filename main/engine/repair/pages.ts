import type { PageId } from './page-id.ts';

/** A page that can be opened for a user. */
export interface Page {
  /** What it is, for a button or link. */
  readonly title: string;
  readonly url: string;
}

/**
 * The addresses of pages that a fix may ask to be opened: ours alone, none comes from a file or a
 * server.
 */
// SECURITY: C3
export const PAGES: Readonly<Record<PageId, Page>> = {
  claude: { title: 'claude.ai', url: 'https://claude.ai/' },
  'claude-connectors': {
    title: 'Connectors at claude.ai',
    url: 'https://claude.ai/settings/connectors',
  },
  'claude-status': { title: 'Status of Claude', url: 'https://status.claude.com/' },
  'anthropic-support': { title: 'Claude Help Center', url: 'https://support.claude.com/' },
  'custom-connectors': {
    title: 'Custom connectors in the Help Center',
    url: 'https://support.claude.com/en/articles/11503834-building-custom-connectors-via-remote-mcp-servers',
  },
  'mcp-remote': { title: 'mcp-remote', url: 'https://github.com/punkpeye/mcp-remote#readme' },
  'node-downloads': { title: 'Download Node', url: 'https://nodejs.org/en/download' },
};
