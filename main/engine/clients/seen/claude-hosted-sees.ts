import type { Client } from '../../model/client.ts';
import { forEach } from './sdk-texts.ts';

const OUT_OF_REACH = ['F01', 'F02', 'F03', 'F04', 'F05', 'F10', 'F13', 'F14', 'F20'] as const;
const REGISTRATION = ['F40', 'F42', 'F43', 'F47', 'F48', 'F49'] as const;

/**
 * What the user of a connector sees. One text stands for several stages; where discovery fails
 * there is no page to go to, and the tab stays blank.
 * @see https://claude.com/docs/connectors/building/troubleshooting; claude-ai-mcp#85, #707, #951
 */
export const CLAUDE_HOSTED_SEES: Client['sees'] = {
  ...forEach(OUT_OF_REACH, 'Couldn’t reach the MCP server'),
  ...forEach(REGISTRATION, 'Couldn’t register with …’s sign-in service'),
  F81: 'mcp_token_exchange_failed',
  ...forEach(
    ['F06', 'F83', 'F84'],
    'Your account was authorized, but the integration rejected the credentials it just issued',
  ),
  F85: 'Your account was authorized, but no MCP server was found at the provided URL',
  ...forEach(['F32', 'F65', 'F67', 'F82', 'F87'], 'Authorization with the MCP server failed'),
  otherwise: 'A tab that stays blank, or “step=start_error” in its address',
};
