import { MCP_PATH, type Names } from './names.ts';
import type { Setting } from './patient.ts';

/** The real loopback ports behind a patient. */
export interface Ports {
  readonly mcp: number;
  /** The same as mcp where one origin is both. */
  readonly auth: number;
  readonly dead: number;
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
export function hostsOf({ host }: Setting): string[] {
  return host === undefined
    ? ['127.0.0.1', 'localhost']
    : [host, sibling('auth', host), sibling('old', host)];
}

/** What a patient is called from outside. Pure: the ports are known by now. */
export function nameAll(setting: Setting, ports: Ports): Naming {
  const scheme = setting.tls === true ? 'https' : 'http';
  const { host } = setting;
  return host === undefined
    ? loopbackNames(scheme, ports)
    : publicNames(scheme, host, setting, ports);
}

function loopbackNames(scheme: string, ports: Ports): Naming {
  const origin = (port: number) => `${scheme}://127.0.0.1:${port}`;
  const names = namesOf(origin(ports.mcp), origin(ports.auth), origin(ports.dead));
  return { names, connectTo: [] };
}

function publicNames(scheme: string, host: string, setting: Setting, ports: Ports): Naming {
  const standard = scheme === 'https' ? 443 : 80;
  const port = setting.publicPort ?? standard;
  const origin = (name: string) => new URL(`${scheme}://${name}:${port}`).origin;
  const auth = ports.auth === ports.mcp ? host : sibling('auth', host);
  const dead = sibling('old', host);
  const route = (name: string, real: number) => `${name}:${port}:127.0.0.1:${real}`;
  const live = [route(host, ports.mcp), route(auth, ports.auth)];
  const routes = setting.deadServer === true ? [...live, route(dead, ports.dead)] : live;
  return {
    names: namesOf(origin(host), origin(auth), origin(dead)),
    connectTo: [...new Set(routes)],
  };
}

/** `auth` beside `mcp.acme.example` is `auth.acme.example`. */
function sibling(label: string, host: string): string {
  return `${label}.${host.replace(/^mcp\./, '')}`;
}

function namesOf(mcpOrigin: string, authOrigin: string, deadOrigin: string): Names {
  return { mcpOrigin, authOrigin, deadOrigin, resource: mcpOrigin + MCP_PATH };
}
