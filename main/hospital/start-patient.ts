import { authorizationServer } from './authorization-server.ts';
import { makeCertificate } from './certificate.ts';
import { createDoor, type Door, type LoggedRequest } from './door.ts';
import { findPatient } from './find-patient.ts';
import { withIdTokens } from './id-tokens.ts';
import { createMemory } from './memory.ts';
import type { Names } from './names.ts';
import { openPorts, type Certificates } from './open-ports.ts';
import { hostsOf, nameAll } from './patient-names.ts';
import type { Patient, PatientOptions, Setting } from './patient.ts';
import { resourceServer } from './resource-server.ts';
import { makeSetup } from './setup.ts';

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
 * @param wanted name of a patient, such as `healthy`, or its number
 * @param options win over the patient's own setting
 * @throws RangeError where there is no such patient, TypeError where publicPort comes without host,
 *   EADDRNOTAVAIL where the machine lacks the address that the patient listens on
 */
export async function startPatient(
  wanted: string,
  options: PatientOptions = {},
): Promise<RunningPatient> {
  const patient = findPatient(wanted);
  const setting = settingOf(patient, options);
  if (setting.publicPort !== undefined && setting.host === undefined) {
    throw new TypeError('publicPort needs a host');
  }
  return admit(patient, setting, await certificatesFor(setting));
}

/** A browser takes plain http from a loopback address without a certificate to trust. */
function settingOf({ setting = {} }: Patient, options: PatientOptions): Setting {
  const all: Setting = { ...setting, ...options };
  if (all.plain !== true) return all;
  const isDropped = (key: string) => ['tls', 'host', 'publicPort', 'redirectsHttp'].includes(key);
  return Object.fromEntries(Object.entries(all).filter(([key]) => !isDropped(key)));
}

async function certificatesFor(setting: Setting): Promise<Certificates> {
  const { tls, certificate, untrusted } = setting;
  const hosts = hostsOf(setting);
  return {
    own: tls === true ? await makeCertificate(hosts, certificate) : null,
    untrusted: untrusted === true ? await makeCertificate(hosts, 'self-signed') : null,
  };
}

/** The ports are needed for the names and the names for the sites, so the sites come last. */
async function admit(
  patient: Patient,
  setting: Setting,
  certificates: Certificates,
): Promise<RunningPatient> {
  const requests: LoggedRequest[] = [];
  const doors = { mcp: createDoor(requests), auth: createDoor(requests) };
  const answers = { mcp: doors.mcp.answer, auth: doors.auth.answer };
  const { ports, close } = await openPorts(setting, certificates, answers);
  const { names, connectTo } = nameAll(setting, ports);
  furnish(doors, patient, names);
  return {
    url: names.resource,
    names,
    connectTo: [...connectTo],
    ca: certificates.own?.ca ?? null,
    requests,
    close,
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
  const site = { ...authorizationServer(setup, memory), before: setup.authBefore };
  const auth = withIdTokens(site, setup, memory);
  const before = mcp.before ?? auth.before;
  const shared = { ...mcp, before, routes: { ...auth.routes, ...mcp.routes } };
  doors.mcp.furnish(names.mcpOrigin === names.authOrigin ? shared : mcp, names.mcpOrigin);
  doors.auth.furnish(auth, names.authOrigin);
}
