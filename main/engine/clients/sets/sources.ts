/** Where we know what a client does from; the public sources that several clients share. */
export const RUN = {
  claudeCode: 'Claude Code 2.1.330, run against broken servers on 2026-11-23',
  claudeCode2_1_197: 'Claude Code 2.1.197, run against broken servers on 2026-11-23',
  mcpRemote: 'mcp-remote 0.15.1, run against broken servers on 2026-11-23',
  typescript2: 'MCP TypeScript SDK 2.4.0, run against broken servers on 2026-11-23',
  typescript1: 'MCP TypeScript SDK 1.32.2, run against broken servers on 2026-11-23',
  python: 'MCP Python SDK 2.3.0, run against broken servers on 2026-11-23',
} as const;

export const DOC = {
  connectors: 'https://claude.com/docs/connectors/building/authentication',
  troubleshooting: 'https://claude.com/docs/connectors/building/troubleshooting',
  claudeCode: 'https://code.claude.com/docs/en/mcp',
  thirdParty: 'https://claude.com/docs/third-party/claude-desktop/extensions',
  typescriptSdk: 'https://github.com/modelcontextprotocol/typescript-sdk',
  mcpRemote: 'https://github.com/geelen/mcp-remote',
  vscode: 'https://github.com/microsoft/vscode',
} as const;
