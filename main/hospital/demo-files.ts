import type { Json } from './message.ts';
import { DEMO_LAYOUTS, type DemoLayout, type DemoSystem } from './demo-layout.ts';
import { codeLogs, desktopLogs, LOCAL_SERVER, REMOTE_SERVER } from './demo-logs.ts';

export interface DemoFile {
  /** From the home, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface DemoContent {
  readonly url: string;
  readonly os: DemoSystem;
  readonly now: Date;
}

/**
 * Every file of the demo's home: Claude Desktop with one local server (its connectors are kept by
 * claude.ai and stand in no file), Claude Code with the broken server, and the logs of both.
 */
export function demoFiles({ url, os, now }: DemoContent): DemoFile[] {
  const layout = DEMO_LAYOUTS[os];
  const cwd = [layout.user, 'shop'].join(layout.separator);
  const logs = desktopLogs(now);
  const codeFolder = `${layout.codeLogs}/${cwd.replace(/[^a-zA-Z0-9]/g, '-')}`;
  return [
    { path: layout.desktopConfig, text: pretty(desktopConfig(layout)) },
    { path: `${layout.desktopLogs}/mcp.log`, text: logs.mcp },
    { path: `${layout.desktopLogs}/mcp-server-${LOCAL_SERVER}.log`, text: logs.server },
    { path: '.claude.json', text: pretty(codeConfig(url, cwd)) },
    ...codeLogs(url, cwd, now).map(({ fileName, text }) => ({
      path: `${codeFolder}/mcp-logs-${REMOTE_SERVER}/${fileName}`,
      text,
    })),
  ];
}

/** Keys beside mcpServers are the app's own, and a repair must leave them as they are. */
function desktopConfig({ user, separator }: DemoLayout): Json {
  const folder = [user, 'Documents', 'notes'].join(separator);
  return {
    mcpServers: {
      [LOCAL_SERVER]: {
        command: 'npx',
        args: ['-y', '@modelcontextprotocol/server-filesystem', folder],
      },
    },
    isUsingBuiltInNodeForMcp: true,
    preferences: { coworkScheduledTasksEnabled: false },
    globalShortcut: 'Alt+Space',
  };
}

function codeConfig(url: string, cwd: string): Json {
  return {
    numStartups: 41,
    installMethod: 'native',
    autoUpdates: true,
    hasCompletedOnboarding: true,
    mcpServers: { [REMOTE_SERVER]: { type: 'sse', url } },
    projects: {
      [cwd]: {
        allowedTools: [],
        mcpServers: {},
        disabledMcpServers: [],
        hasTrustDialogAccepted: true,
      },
    },
  };
}

function pretty(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
