import { protocol, type Session } from 'electron';
import type { RendererFiles } from '../shared/renderer-files.ts';
import { answerAppRequest } from './app-file.ts';
import { APP_SCHEME } from './app-origin.ts';

/**
 * Registers the scheme of the window. Once, before ready.
 * SECURITY: A4. Standard and secure, nothing more: with supportFetchAPI and without corsEnabled
 * another origin could read it (CVE-2026-70604).
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/**
 * Serves the built renderer to one session.
 * @param session the session of the window
 * @param files the built renderer, in memory
 */
export function serveApp(session: Session, files: RendererFiles): void {
  session.protocol.handle(APP_SCHEME, (request) => {
    const { status, headers, bytes } = answerAppRequest(files, request);
    return new Response(bytes, { status, headers });
  });
}
