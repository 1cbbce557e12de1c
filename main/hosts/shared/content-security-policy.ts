/**
 * The content security policy of every window, sent as a header with every file of the renderer.
 * SECURITY: A5. `connect-src 'none'`: a window has no network; what it needs it asks of its host.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
