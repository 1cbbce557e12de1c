import type { RunningPatient } from '../../main/hospital/start-patient.ts';

/** What a real client did with one server. */
export interface RealOutcome {
  readonly connected: boolean;
  /** What it printed that says why, shortened; null where it connected. */
  readonly said: string | null;
  /** How many requests the server had seen when its attempt was over. */
  readonly requests: number;
}

/** A client that nobody here wrote, installed by the user of the oracle; never bundled. */
export interface RealClient {
  /** Id and version as its rules carry them. */
  readonly id: 'claude-code' | 'mcp-remote';
  readonly version: string;
  /** The npm package that holds it, with its version. */
  readonly packages: string;
  /** The program inside an installation. */
  readonly program: (folder: string) => string;
  /** Connects, signs in where it asks for it, and looks whether it is connected. */
  readonly connect: (
    program: string,
    patient: RunningPatient,
    home: string,
  ) => Promise<RealOutcome>;
}
