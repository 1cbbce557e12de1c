import { STEPS, type ClientId, type Step } from '../../../contract/words.ts';
import type { Finding } from '../../../contract/report.ts';
import type { FixContext } from '../../model/fix.ts';
import type { MachineEvidence, ServerEntry } from '../../model/evidence.ts';
import { keptThings, usersOf, type KeptThing } from './kept-things.ts';

/** Whether it is established that one server’s credential or cache is what fails. */
export type Scope =
  | { readonly established: true }
  | { readonly established: false; readonly why: string; readonly whatToDo: string };

type Given = Pick<FixContext, 'finding' | 'target' | 'machine'>;
type Closed = Extract<Scope, { readonly established: false }>;

/**
 * The gate in front of every fix that takes a credential, a registration or a cache away. It opens
 * only where all of its rules hold; with it open, exactly one server is touched.
 * @returns why it is closed by the first rule that does not hold, and what would open it
 */
export function scopeOf(context: Given): Scope {
  for (const rule of RULES) {
    const closed = rule(context);
    if (closed !== null) return closed;
  }
  return { established: true };
}

/** The step at which a client fails because of what it keeps. Other codes prove nothing of the kind. */
const FAILS_AT: Readonly<Record<string, Step>> = {
  F50: 'registration',
  F91: 'refresh',
  F93: 'token',
  F94: 'challenge',
  F129: 'callback',
  F130: 'registration',
  F131: 'registration',
};

type Rule = (context: Given) => Closed | null;

const RULES: readonly Rule[] = [
  ({ finding }) =>
    FAILS_AT[finding.code] === undefined
      ? closed(
          'What fails here is not a sign-in, a registration or a cache that a client keeps.',
          'Follow the other advice of this finding.',
        )
      : null,
  (context) =>
    keptThings(context).length === 0
      ? closed(
          'Nothing that was seen points at something that a client keeps of this server.',
          'Let the client fail once more and look again, so that its log or its store shows it.',
        )
      : null,
  (context) =>
    keptThings(context).some((one) => usersOf(one, context.machine).length === 0)
      ? closed(
          'No entry on this machine uses what is kept there, so whose it is cannot be told.',
          'Look into the file yourself, and remove it if you know the server.',
        )
      : null,
  (context) => (isOfOneServer(context) ? null : MANY),
  ({ machine, ...context }) =>
    keptThings({ machine, ...context }).some(isInUse)
      ? closed(
          'A sign-in with it is under way right now.',
          'Finish that sign-in, or quit its client, and look again.',
        )
      : null,
  ({ finding, target, machine }) => explainedEarlier(finding, target?.findings ?? [], machine),
];

const MANY = closed(
  'More than one server uses what would be removed, and the others would lose their sign-in.',
  'Give the servers names and addresses of their own first, or sign out of the one in its client.',
);

function closed(why: string, whatToDo: string): Closed {
  return { established: false, why, whatToDo };
}

/** One endpoint behind all that is kept, the server that the finding is about. */
function isOfOneServer({ target, machine, ...context }: Given): boolean {
  const users = keptThings({ target, machine, ...context }).flatMap((one) => usersOf(one, machine));
  const endpoints = new Set(users.map(endpoint));
  const names = target?.names ?? [];
  const isOurs = users.every((entry) =>
    names.some(({ file, pointer }) => file === entry.file && pointer === entry.pointer),
  );
  return endpoints.size === 1 && isOurs;
}

/** Where the same address is asked with other headers, it is another account. */
function endpoint({ url, viaMcpRemote, remoteHash }: ServerEntry): string {
  return viaMcpRemote ? `${url ?? ''} ${remoteHash ?? ''}` : (url ?? '');
}

function isInUse(thing: KeptThing): boolean {
  return thing.kind === 'lock' && thing.of.alive === true;
}

/** A fault at an earlier station stops the client before it gets to use what it keeps. */
function explainedEarlier(
  finding: Finding,
  all: readonly Finding[],
  machine: MachineEvidence,
): Closed | null {
  const at = STEPS.indexOf(FAILS_AT[finding.code] ?? finding.step);
  const keeps: readonly ClientId[] = keepersOf(finding, machine);
  const earlier = all.find(
    (one) =>
      one.code !== finding.code &&
      one.severity === 'error' &&
      one.confidence !== 'possible' &&
      STEPS.indexOf(one.step) < at &&
      (one.clients.length === 0 || one.clients.some((client) => keeps.includes(client))),
  );
  const cause = earlier ?? all.find(({ code }) => code === finding.consequenceOf);
  if (cause === undefined) return null;
  return closed(
    `Another finding explains the failure: ${cause.code}, “${cause.title}”.`,
    'Repair that first. Where it still fails then, this opens.',
  );
}

function keepersOf({ clients }: Finding, { configs }: MachineEvidence): readonly ClientId[] {
  const starting = configs.filter(({ entries }) => entries.some((one) => one.viaMcpRemote));
  return clients.includes('mcp-remote')
    ? [...clients, ...starting.map(({ client }) => client)]
    : clients;
}
