import { MCP_PATH, type Names } from './names.ts';
import type { Setting } from './patient.ts';

/** The real loopback ports behind a patient. */
export interface Ports {
  readonly mcp: number;
  /** The same as mcp where one origin is both. */
  readonly auth: number;
  readonly dead: number;
  /** Where the certificate is self-signed; null where no such server is. */
  readonly untrusted?: number | null;
  /** Where http leads to https; null where nothing does. */
  readonly plain?: number | null;
}

export interface Naming {
  readonly names: Names;
  /** HOST:PORT:127.0.0.1:REALPORT for every public-looking name, as curl's --connect-to has it. */
  readonly connectTo: readonly string[];
}

/**
 * The host names that a certificate must carry.
 * @param setting of the patient
 */
export function hostsOf({ host, authAddress }: Setting): string[] {
  if (host === undefined)
    return ['127.0.0.1', 'localhost', ...(authAddress === undefined ? [] : [authAddress])];
  return [
    host,
    ...['auth', 'old', 'www', 'login', 'accounts'].map((label) => sibling(label, host)),
  ];
}

/** What a patient is called from outside. Pure: the ports are known by now. */
export function nameAll(setting: Setting, ports: Ports): Naming {
  const scheme = setting.tls === true ? 'https' : 'http';
  const { host } = setting;
  return host === undefined
    ? loopbackNames(scheme, setting, ports)
    : publicNames(scheme, host, setting, ports);
}

/** `localhost` is the alias: to a client it is another host than the address. */
function loopbackNames(
  scheme: string,
  setting: Setting,
  { mcp, auth, dead, untrusted }: Ports,
): Naming {
  const origin = (port: number, name = '127.0.0.1') => `${scheme}://${name}:${port}`;
  const isOne = mcp === auth;
  const names: Names = {
    mcpOrigin: origin(mcp),
    authOrigin: isOne ? origin(mcp) : origin(auth, authHost(setting)),
    deadOrigin: origin(dead),
    untrustedOrigin: `https://127.0.0.1:${untrusted ?? dead}`,
    mcpAlias: origin(mcp, 'localhost'),
    authAlias: origin(auth, 'localhost'),
    resource: origin(mcp) + MCP_PATH,
  };
  return { names, connectTo: [] };
}

function publicNames(scheme: string, host: string, setting: Setting, ports: Ports): Naming {
  const standard = scheme === 'https' ? 443 : 80;
  const port = setting.publicPort ?? standard;
  const origin = (name: string) => new URL(`${scheme}://${name}:${port}`).origin;
  const named = (label: string) => origin(sibling(label, host));
  const names: Names = {
    mcpOrigin: origin(host),
    authOrigin: ports.auth === ports.mcp ? origin(host) : named('auth'),
    deadOrigin: named('old'),
    untrustedOrigin: named('accounts'),
    mcpAlias: named('www'),
    authAlias: named('login'),
    resource: origin(host) + MCP_PATH,
  };
  return { names, connectTo: routesOf(names, port, setting, ports) };
}

function routesOf(names: Names, port: number, setting: Setting, ports: Ports): string[] {
  const route = (origin: string, real: number, address = '127.0.0.1') =>
    `${new URL(origin).hostname}:${port}:${address}:${real}`;
  const toAuth = (origin: string) => route(origin, ports.auth, authHost(setting));
  const { plain = null } = ports;
  const toPlain = (origin: string) => `${new URL(origin).hostname}:80:127.0.0.1:${plain}`;
  const routes = [
    route(names.mcpOrigin, ports.mcp),
    ...(ports.auth === ports.mcp ? [] : [toAuth(names.authOrigin)]),
    ...(setting.deadServer === true ? [route(names.deadOrigin, ports.dead)] : []),
    ...(setting.untrusted === true
      ? [route(names.untrustedOrigin, ports.untrusted ?? ports.dead)]
      : []),
    ...(setting.aliases === true
      ? [route(names.mcpAlias, ports.mcp), toAuth(names.authAlias)]
      : []),
    ...(plain === null ? [] : [names.mcpOrigin, names.authOrigin].map(toPlain)),
  ];
  return [...new Set(routes)];
}

/** As it stands in an address. */
function authHost({ authAddress }: Setting): string {
  return authAddress === undefined ? '127.0.0.1' : `[${authAddress}]`;
}

/** `auth` beside `mcp.acme.example` is `auth.acme.example`. */
function sibling(label: string, host: string): string {
  return `${label}.${host.replace(/^mcp\./, '')}`;
}
