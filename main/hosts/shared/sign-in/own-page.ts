const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem;' +
  'color:CanvasText;background:Canvas;color-scheme:light dark}h1{font-size:1.3rem}' +
  'p{white-space:pre-line}';

/**
 * The address of a page of ours for the end of a sign-in: text only, nothing loaded, nothing run.
 * @param title plain text
 * @param text plain text; line breaks stay
 */
export function ownPage(title: string, text: string): string {
  const html =
    '<!doctype html><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style>` +
    `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

/** Text as the content of an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? '');
}
