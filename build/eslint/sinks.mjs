/**
 * What must not be written, as ESLint selectors, each with its row of the safety list. A selector
 * stands in one row only.
 * @typedef {object} Sink
 * @property {string} id Safety requirement.
 * @property {readonly string[]} selectors
 * @property {readonly string[]} only The files that may.
 * @property {string} reason What to do instead.
 */

/** @param {string} name */
const property = (name) => `Property[key.name="${name}"], Property[key.value="${name}"]`;
/** @param {string} name */
const member = (name) =>
  `MemberExpression[property.name="${name}"], MemberExpression[property.value="${name}"]`;
/**
 * An option set to a literal that weakens a window.
 * @param {string} name
 * @param {boolean} value
 */
const option = (name, value) =>
  `Property[key.name="${name}"][value.value=${value}], Property[key.value="${name}"][value.value=${value}]`;

/** @type {readonly Sink[]} */
export const SINKS = [
  {
    id: 'A6',
    selectors: [
      'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
      'JSXAttribute[name.name="srcDoc"]',
      property('dangerouslySetInnerHTML'),
      member('innerHTML'),
      member('outerHTML'),
      member('srcdoc'),
      member('insertAdjacentHTML'),
      member('createContextualFragment'),
      member('setHTMLUnsafe'),
      member('parseHTMLUnsafe'),
      'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
    ],
    only: [],
    reason: 'no raw HTML. Render it as text (React does so by itself).',
  },
  {
    id: 'A6',
    selectors: [
      // The bare scheme is a word in a list of what to refuse.
      'Literal[value=/^\\s*javascript:\\s*\\S/i]',
      'TemplateElement[value.raw=/^\\s*javascript:/i]',
    ],
    only: [],
    reason: 'no javascript: address. Use an event handler.',
  },
  {
    id: 'A2',
    selectors: [
      'NewExpression[callee.name=/^(BrowserWindow|BaseWindow|BrowserView|WebContentsView)$/]',
    ],
    only: ['main/hosts/electron/window.ts'],
    reason: 'windows are made in main/hosts/electron/window.ts only.',
  },
  {
    id: 'A2',
    selectors: [
      'NewExpression[callee.property.name=/^(BrowserWindow|BaseWindow|BrowserView|WebContentsView)$/]',
    ],
    only: [],
    reason: 'import the class by its name, in main/hosts/electron/window.ts.',
  },
  {
    id: 'A1',
    selectors: [
      option('sandbox', false),
      option('contextIsolation', false),
      option('nodeIntegration', true),
      option('nodeIntegrationInWorker', true),
      option('nodeIntegrationInSubFrames', true),
    ],
    only: [],
    reason: 'windows are sandboxed, isolated and without Node.',
  },
  {
    id: 'A1',
    selectors: [
      option('webSecurity', false),
      option('allowRunningInsecureContent', true),
      option('experimentalFeatures', true),
      property('enableBlinkFeatures'),
    ],
    only: [],
    reason: 'the web platform keeps its defaults (Electron checklist 6, 8, 9, 10).',
  },
  {
    id: 'A9',
    selectors: ['JSXOpeningElement[name.name="webview"]', option('webviewTag', true)],
    only: [],
    reason: 'no webview tag.',
  },
  {
    id: 'C3',
    selectors: [member('openExternal')],
    only: ['main/hosts/electron/open-url.ts'],
    reason: 'addresses are opened in main/hosts/electron/open-url.ts only, after its check.',
  },
  {
    id: 'C4',
    selectors: [member('openPath')],
    only: [],
    reason: 'nothing is opened by its path: it could be a program.',
  },
  {
    id: 'C9',
    selectors: [
      'Property[key.name="rejectUnauthorized"]:not([value.value=true])',
      'Property[key.value="rejectUnauthorized"]:not([value.value=true])',
      'AssignmentExpression[left.property.name="rejectUnauthorized"]',
      property('checkServerIdentity'),
      member('setCertificateVerifyProc'),
      'CallExpression > Literal[value="certificate-error"]',
      '[name="NODE_TLS_REJECT_UNAUTHORIZED"], [value="NODE_TLS_REJECT_UNAUTHORIZED"]',
    ],
    only: [],
    reason: 'certificate errors are findings and are never overridden.',
  },
  {
    id: 'I3',
    selectors: [
      option('shell', true),
      'CallExpression[callee.name=/^(spawn|spawnSync|execFile|execFileSync|fork)$/] Property[key.name="shell"]:not([value.value=false]):not([value.value=true])',
      'ImportDeclaration[source.value=/^(node:)?child_process$/] ImportSpecifier[imported.name=/^exec(Sync)?$/]',
    ],
    only: [],
    reason: 'no shell. Use spawn or execFile with an absolute path and a list of arguments.',
  },
];
