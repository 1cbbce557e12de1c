import { Menu } from 'electron';

/**
 * Takes away Electron's default menu, which holds reload, zoom and developer tools. Before ready,
 * which also saves the time of building it. macOS needs a menu for Quit, Copy and Paste to have
 * their keys; there this is called after ready.
 * @param platform `process.platform`
 */
export function setMenu(platform: NodeJS.Platform): void {
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const;
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate([...roles]) : null);
}
