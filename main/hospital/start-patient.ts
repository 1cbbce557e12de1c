import { authorizationServer } from './authorization-server.ts';
import { makeCertificate, type Certificate } from './certificate.ts';
import { holdClosedPort } from './closed-port.ts';
import { listen, type Listener } from './listener.ts';
import { createMemory } from './memory.ts';
import type { Ask, Reply } from './message.ts';
import type { Names } from './names.ts';
import { hostsOf, nameAll } from './patient-names.ts';
import type { Patient, PatientOptions, Setting } from './patient.ts';
import { PATIENTS } from './patients/index.generated.ts';
import { resourceServer } from './resource-server.ts';
import { makeSetup } from './setup.ts';
import { answerOf, type Site } from './site.ts';

export interface LoggedRequest {
  readonly method: string;
  /** As its users know it, with the public-looking origin. */
  readonly url: string;
  /** What it is answered with; 0 where the connection is reset. */
  readonly status: number;
}

export interface RunningPatient {
  /** The MCP URL as a user would type it. */
  readonly url: string;
  /** The addresses of all its parts. */
  readonly names: Names;
  readonly connectTo: string[];
  /** PEM of the authority to trust, or null without TLS. */
  readonly ca: string | null;
  /** Every request so far, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Ends every socket at once. Calling it twice is allowed. */
  close(): Promise<void>;
}

/**
 * Starts a server that is broken on purpose, on loopback ports that the system chooses.
 * @param name of a patient, such as `healthy`
 * @param options win over the patient's own setting
 * @throws RangeError where no patient has that name, TypeError where publicPort comes without host
 */
export async function startPatient(
  name: string,
  options: PatientOptions = {},
): Promise<RunningPatient> {
  const patient = findPatient(name);
  const setting: Setting = { ...patient.setting, ...options };
  if (setting.publicPort !== undefined && setting.host === undefined) {
    throw new TypeError('publicPort needs a host');
  }
  const certificate = setting.tls === true ? await makeCertificate(hostsOf(setting)) : null;
  return admit(patient, setting, certificate);
}

function findPatient(name: string): Patient {
  const patients: readonly Patient[] = PATIENTS;
  const found = patients.find((patient) => patient.name === name);
  if (found !== undefined) return found;
  const names = patients.map((patient) => patient.name).join(', ');
  throw new RangeError(`No patient is called ${JSON.stringify(name)}. There are: ${names}`);
}

/** The ports are needed for the names and the names for the sites, so the sites come last. */
async function admit(
  patient: Patient,
  setting: Setting,
  certificate: Certificate | null,
): Promise<RunningPatient> {
  const requests: LoggedRequest[] = [];
  const doors = { mcp: door(requests), auth: door(requests) };
  const open = ({ answer }: Door) =>
    listen({ tls: certificate, answer, delayMs: setting.delayMs ?? 0 });
  const dead = await holdClosedPort();
  const mcp = await open(doors.mcp);
  const auth = setting.oneOrigin === true ? mcp : await open(doors.auth);
  const mcpPort = setting.refuses === true ? dead.port : mcp.port;
  const ports = { mcp: mcpPort, auth: auth === mcp ? mcpPort : auth.port, dead: dead.port };
  const { names, connectTo } = nameAll(setting, ports);
  furnish(doors, patient, names);
  return {
    url: names.resource,
    names,
    connectTo: [...connectTo],
    ca: certificate?.ca ?? null,
    requests,
    close: () => closeAll([mcp, auth], dead.release),
  };
}

/** A place for a site that is not known yet when its port is opened. */
interface Door {
  readonly answer: (ask: Ask, target: string) => Reply;
  readonly furnish: (site: Site, origin: string) => void;
}

function door(requests: LoggedRequest[]): Door {
  let inside: { readonly site: Site; readonly origin: string } | null = null;
  return {
    furnish: (site, origin) => {
      inside = { site, origin };
    },
    answer: (ask, target) => {
      if (inside === null) return { kind: 'reset' };
      const reply = answerOf(inside.site, ask);
      const status = reply.kind === 'reset' ? 0 : reply.status;
      requests.push({ method: ask.method, url: inside.origin + target, status });
      return reply;
    },
  };
}

function furnish(
  doors: { readonly mcp: Door; readonly auth: Door },
  patient: Patient,
  names: Names,
): void {
  const setup = makeSetup(names, patient.mutate(names));
  const memory = createMemory();
  const mcp = resourceServer(setup, memory);
  const auth = authorizationServer(setup, memory);
  const shared = { ...mcp, routes: { ...auth.routes, ...mcp.routes } };
  doors.mcp.furnish(names.mcpOrigin === names.authOrigin ? shared : mcp, names.mcpOrigin);
  doors.auth.furnish(auth, names.authOrigin);
}

async function closeAll(listeners: readonly Listener[], release: () => void): Promise<void> {
  release();
  await Promise.all([...new Set(listeners)].map((listener) => listener.close()));
}
