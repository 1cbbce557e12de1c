/**
 * The version of mcp-remote that is written: the newest one on the npm registry (looked up 2026-11-24),
 * which the client and the stores of this product were built on (safety I4, I5).
 */
export const MCP_REMOTE_VERSION = '0.15.1';
