import type { Certificate } from './certificate.ts';
import { holdClosedPort } from './closed-port.ts';
import { listen, type Listener, type ListenerOptions } from './listener.ts';
import type { Ports } from './patient-names.ts';
import type { Setting } from './patient.ts';
import { redirect } from './reply.ts';

type Answering = ListenerOptions['answer'];

export interface OpenPorts {
  readonly ports: Ports;
  /** Ends every socket at once. Calling it twice is allowed. */
  close(): Promise<void>;
}

/** Of the two servers, and of one beside them whose certificate nobody trusts. */
export interface Certificates {
  readonly own: Certificate | null;
  readonly untrusted: Certificate | null;
}

/**
 * Opens every port that a patient needs.
 * @param answers of its two servers
 * @throws what the system says, e.g. EADDRNOTAVAIL for ::1 where there is no IPv6; then all that
 *   was opened is closed again
 */
export async function openPorts(
  setting: Setting,
  certificates: Certificates,
  answers: { readonly mcp: Answering; readonly auth: Answering },
): Promise<OpenPorts> {
  const dead = await holdClosedPort();
  const opened: Listener[] = [];
  const open = async (options: ListenerOptions) => {
    const listener = await listen(options);
    opened.push(listener);
    return listener.port;
  };
  const close = async () => {
    dead.release();
    await Promise.all(opened.map((listener) => listener.close()));
  };
  try {
    const ports = await openAll(setting, certificates, answers, open);
    const mcp = setting.refuses === true ? dead.port : ports.mcp;
    return { ports: { ...ports, mcp, auth: ports.auth ?? mcp, dead: dead.port }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openAll(
  setting: Setting,
  certificates: Certificates,
  answers: { readonly mcp: Answering; readonly auth: Answering },
  open: (options: ListenerOptions) => Promise<number>,
) {
  const { delayMs = 0, oldTls = false, authAddress = '127.0.0.1' } = setting;
  const shared = { tls: certificates.own, delayMs, oldTls };
  return {
    mcp: await open({ ...shared, answer: answers.mcp }),
    auth:
      setting.oneOrigin === true
        ? null
        : await open({
            ...shared,
            answer: answers.auth,
            delayMs: setting.authDelayMs ?? delayMs,
            address: authAddress,
          }),
    untrusted:
      certificates.untrusted === null
        ? null
        : await open({ tls: certificates.untrusted, delayMs, answer: answers.auth }),
    plain:
      setting.redirectsHttp === true ? await open({ tls: null, delayMs, answer: toHttps }) : null,
  };
}

/** What proxies do on port 80. */
const toHttps: Answering = ({ headers }, target) =>
  redirect(`https://${headers.host ?? ''}${target}`, 301);
