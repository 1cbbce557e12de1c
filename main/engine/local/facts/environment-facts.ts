import type { EnvironmentFact } from '../../model/machine-facts.ts';
import type { SettingsFile } from '../../model/settings-evidence.ts';
import type { Place } from '../../ports.ts';
import { redactText } from '../../redact/text.ts';
import { redactUrl } from '../../redact/url.ts';
import { visible } from '../../redact/visible.ts';
import { gatherProxies, isWebProxy } from '../proxies.ts';

/** How much of a variable's value may be told. */
type Telling = 'value' | 'address' | 'presence';

/**
 * The variables that decide something about clients and servers; no others are read. What can hold
 * a secret, or says who the user is, is told by its presence only.
 */
const VARIABLES: Readonly<Record<string, Telling>> = {
  NO_PROXY: 'value',
  no_proxy: 'value',
  NODE_EXTRA_CA_CERTS: 'value',
  NODE_OPTIONS: 'value',
  NODE_USE_ENV_PROXY: 'value',
  SSL_CERT_FILE: 'value',
  SSL_CERT_DIR: 'value',
  CLAUDE_CODE_CERT_STORE: 'value',
  CLAUDE_CONFIG_DIR: 'value',
  CLAUDE_SECURESTORAGE_CONFIG_DIR: 'value',
  MCP_REMOTE_CONFIG_DIR: 'value',
  MCP_TIMEOUT: 'value',
  MCP_TOOL_TIMEOUT: 'value',
  ENABLE_CLAUDEAI_MCP_SERVERS: 'value',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: 'value',
  CLAUDE_CODE_USE_BEDROCK: 'value',
  CLAUDE_CODE_USE_VERTEX: 'value',
  CLAUDE_CODE_USE_FOUNDRY: 'value',
  ANTHROPIC_BASE_URL: 'address',
  ANTHROPIC_MODEL: 'value',
  ANTHROPIC_SMALL_FAST_MODEL: 'value',
  ANTHROPIC_DEFAULT_OPUS_MODEL: 'value',
  ANTHROPIC_DEFAULT_SONNET_MODEL: 'value',
  ANTHROPIC_DEFAULT_HAIKU_MODEL: 'value',
  ANTHROPIC_API_KEY: 'presence',
  ANTHROPIC_AUTH_TOKEN: 'presence',
  ANTHROPIC_CUSTOM_HEADERS: 'presence',
  ANTHROPIC_FOUNDRY_API_KEY: 'presence',
  AWS_BEARER_TOKEN_BEDROCK: 'presence',
  CLAUDE_CODE_OAUTH_TOKEN: 'presence',
  MCP_CLIENT_SECRET: 'presence',
  BROWSER: 'value',
  WSL_DISTRO_NAME: 'value',
  SSH_CONNECTION: 'presence',
  REMOTE_CONTAINERS: 'value',
  CODESPACES: 'value',
  DISPLAY: 'value',
  WAYLAND_DISPLAY: 'value',
};

const SET = 'set';
const LIMIT = 300;

/**
 * The variables that matter, of this process and as settings files give them to a client.
 * @param place a copied profile has no environment
 * @param settings their facts of the kind `variable` are already masked
 * @returns with `from` saying where each stands; proxies without their credentials (safety E7)
 */
export function environmentFacts(
  place: Pick<Place, 'env'>,
  settings: readonly SettingsFile[],
): readonly EnvironmentFact[] {
  const own = Object.entries(VARIABLES).flatMap(([name, telling]) => {
    const value = place.env(name) ?? '';
    return value === '' ? [] : [{ name, value: told(value, telling), from: 'environment' }];
  });
  const proxies = gatherProxies(place).map(({ variable, value }) => ({
    name: variable,
    value,
    from: 'environment',
  }));
  return [...proxies, ...own, ...settings.flatMap(ofSettings)];
}

function ofSettings({ file, facts }: SettingsFile): readonly EnvironmentFact[] {
  return facts.flatMap(({ kind, name, value }) => {
    const known = isWebProxy(name) ? 'value' : undefined;
    const telling = Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : known;
    if (kind !== 'variable' || telling === undefined || value === '') return [];
    return [{ name, value: told(value, telling), from: file }];
  });
}

function told(value: string, telling: Telling): string {
  if (telling === 'presence') return SET;
  const short = value.slice(0, LIMIT);
  // SECURITY: H2, H13
  return visible(redactText(telling === 'address' ? redactUrl(short) : short));
}
