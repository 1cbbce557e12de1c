import { CLIENT_WORDS } from '../../contract/words.ts';
import type { ConfigFile } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { problemEvidence } from './evidence/problem-evidence.ts';

/** F110: a configuration file that its client cannot read. */
export const mode = defineMachineMode({
  code: 'F110',
  title: 'The configuration file is not valid JSON',
  explanation:
    'The client reads this file with a strict JSON parser, which stops at the place shown. None of the servers in the file start, also those that are written correctly.',
  whatToDo:
    'Keep a copy of the file, correct the place shown, and start the client again. Save it as UTF-8 without byte order mark.',
  step: 'local',
  severity: 'error',
  category: 'runtime',
  confidence: 'certain',
  clients: ['claude-desktop-stdio', 'claude-code'],
  requirements: [],
  references: [
    'https://github.com/tadata-org/fastapi_mcp/issues/6',
    'https://github.com/anthropics/claude-code/issues/9906',
    'https://github.com/anthropics/claude-code/issues/81355',
  ],
  judge: ({ configs }) =>
    configs.flatMap((config) => [...unreadable(config), ...misshapen(config)]),
});

function unreadable(config: ConfigFile): Occurrence[] {
  if (config.state === 'empty') return [emptyFile(config)];
  if (config.state !== 'broken') return [];
  const problems = config.problems.filter(({ kind }) => kind === 'syntax');
  return [
    {
      ...about(config),
      ...(OWN_FILES.has(config.client) ? {} : { confidence: 'likely' as const }),
      detail: [`${CLIENT_WORDS[config.client]}:`, config.detail ?? ''].join(' ').trim(),
      evidence: problems.map((problem) => problemEvidence(config, problem)),
    },
  ];
}

/** How strictly the others read their files is known less well. */
const OWN_FILES: ReadonlySet<ConfigFile['client']> = new Set([
  'claude-desktop-stdio',
  'claude-code',
]);

/** Seen as an error of the parser by some clients, as "no servers" by others: hence a warning. */
function emptyFile(config: ConfigFile): Occurrence {
  return {
    ...about(config),
    title: 'The configuration file is empty',
    explanation:
      'An empty file is not JSON, so the client can report an error instead of starting without servers.',
    whatToDo: 'Delete the file, or write {} into it.',
    severity: 'warning',
    confidence: 'possible',
    evidence: [problemEvidence(config, null)],
  };
}

function misshapen(config: ConfigFile): Occurrence[] {
  const problems = config.problems.filter(({ kind }) => kind === 'shape');
  if (problems.length === 0) return [];
  return [
    {
      ...ofFile(config),
      title: 'A value in the configuration has the wrong type',
      explanation:
        'The file is JSON, but not of the shape that the client expects. It skips the entry or, in some versions, the whole file.',
      detail: problems.map(({ message }) => message).join(' '),
      whatToDo: 'Correct the values shown, and start the client again.',
      confidence: 'likely',
      evidence: problems.map((problem) => problemEvidence(config, problem)),
    },
  ];
}

function about({ client, entries }: ConfigFile): Pick<Occurrence, 'clients' | 'entries'> {
  return { clients: [client], entries: entries.map(({ id }) => id) };
}

/** The same, but of the file: with one entry it would pass for a finding about that entry alone. */
function ofFile(config: ConfigFile): Pick<Occurrence, 'clients' | 'entries'> {
  return config.entries.length === 1 ? { clients: [config.client] } : about(config);
}
