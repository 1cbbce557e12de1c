import type { Client } from '../../model/client.ts';
import { forEach, LOST, REFUSED, SDK_TEXTS } from './sdk-texts.ts';

const FATAL = 'Fatal error: ';

/** What mcp-remote 0.15.1 prints; after a failure over HTTP it tries SSE and shows that error. */
export const MCP_REMOTE_SEES: Client['sees'] = {
  F05: 'Non-HTTPS URLs are only allowed for localhost or when --allow-http flag is provided',
  F21: `${FATAL}SseError: SSE error: Non-200 status code (…)`,
  F26: `${FATAL}Error: ${SDK_TEXTS.F26}`,
  F31: `${FATAL}IssuerMismatchError: ${SDK_TEXTS.F31}`,
  F33: `${FATAL}Error: ${SDK_TEXTS.F33}`,
  F40: `${FATAL}Error: ${SDK_TEXTS.F40}`,
  ...forEach(LOST, `${FATAL}RegistrationRejectedError: ${SDK_TEXTS.lost}`),
  ...forEach(REFUSED, `${FATAL}RegistrationRejectedError: ${SDK_TEXTS.refusedRegistration}`),
  ...forEach(['F83', 'F87'], 'Authentication required. Waiting for authorization...'),
  otherwise: null,
};

/** The errors that client 2.4.0 throws. */
export const TS_SDK_2_SEES: Client['sees'] = {
  F08: 'Redirect to … not followed',
  F17: 'ZodError',
  F26: SDK_TEXTS.F26,
  F31: `IssuerMismatchError: ${SDK_TEXTS.F31}`,
  F33: SDK_TEXTS.F33,
  F40: SDK_TEXTS.F40,
  F47: 'ZodError',
  F83: 'Server returned 401 after re-authentication',
  ...forEach(LOST, SDK_TEXTS.lost),
  ...forEach(REFUSED, SDK_TEXTS.refusedRegistration),
  otherwise: null,
};

/** The errors that sdk 1.32.2 throws. */
export const TS_SDK_1_SEES: Client['sees'] = {
  F08: 'Redirect to … not followed',
  F17: 'ZodError',
  F26: SDK_TEXTS.F26,
  F33: SDK_TEXTS.F33,
  F40: SDK_TEXTS.F40,
  F47: 'ZodError',
  F82: 'ZodError',
  F83: 'Server returned 401 after successful authentication',
  F87: 'Server returned 403 after trying upscoping',
  otherwise: null,
};

/** The errors that mcp 2.3.0 raises; a lost server shows as a registration, from the wrong host. */
export const PYTHON_SDK_SEES: Client['sees'] = {
  F26: 'Protected resource … does not match expected …',
  ...forEach([...LOST, 'F17', 'F18', 'F28', 'F40'], 'Registration failed: 404'),
  ...forEach(REFUSED, 'Registration failed: …'),
  F83: 'Server returned an error response',
  otherwise: null,
};
