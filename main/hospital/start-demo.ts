import { createDemoHome } from './demo-home.ts';
import type { DemoSystem } from './demo-layout.ts';
import { startPatient } from './start-patient.ts';

export interface RunningDemo {
  readonly url: string;
  /** HOST:PORT:127.0.0.1:REALPORT, as curl's --connect-to has it. */
  readonly connectTo: string[];
  /** PEM of the authority to trust. */
  readonly ca: string;
  readonly home: string;
  readonly os: DemoSystem;
  /** Ends the server and takes the home away. Calling it twice is allowed. */
  close(): Promise<void>;
}

/**
 * Starts the server of anthropics/claude-code#11814 as its reporter described it, under the name
 * mcp.acme.example:8383, with a home beside it whose configurations name it.
 */
export async function startDemo(): Promise<RunningDemo> {
  const patient = await startPatient('claude-code-11814');
  const { url, connectTo, ca } = patient;
  try {
    if (ca === null) throw new Error('The demo needs TLS');
    const { home, os, remove } = await createDemoHome({ url });
    const close = async () => {
      await Promise.all([patient.close(), remove()]);
    };
    return { url, connectTo, ca, home, os, close };
  } catch (error) {
    await patient.close();
    throw error;
  }
}
