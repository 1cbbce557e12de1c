import { defineFix, type Ask, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import type { EditOperation } from '../../model/operation.ts';
import { isClaudeCode } from '../../modes/evidence/entry-client.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOf } from './parts/entries-of.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';
import { inCodeSettings, inEntry, type VariablePlace } from './parts/own-variable.ts';

/**
 * F11: the authority of a proxy that signs connections anew is made known to a client. F10: so is that
 * of a server of one's own company.
 */
export const fix = defineFix({
  name: 'trust-authority',
  codes: ['F10', 'F11'],
  isDestructive: false,
  plan: (context) => {
    if (context.finding.code === 'F10' && !isOfUnknownAuthority(context)) return [];
    const entries = entriesOf(context);
    const programs = entries.filter(({ command }) => command !== null);
    return [
      ...(concernsCode(context, entries) ? inSettings(context) : []),
      ...programs.map((entry) =>
        trusted(context, inEntry(TRUST, entry, context.machine), `for ${quotedName(entry.name)}`, [
          ...checksOff(entry),
        ]),
      ),
    ];
  },
});

/** Expired or for another name: no authority mends that. */
function isOfUnknownAuthority({ finding }: FixContext): boolean {
  return finding.evidence.some((one) => one.kind === 'tls' && UNKNOWN_AUTHORITY.has(one.problem));
}
const UNKNOWN_AUTHORITY: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const TRUST = 'NODE_EXTRA_CA_CERTS';
const ASK: Ask = {
  id: 'certificate',
  label: 'Which PEM file holds the authority’s certificate?',
  help: 'Your IT department has it, or export it from the system’s certificate store as Base64 (PEM).',
  kind: 'file',
  options: [],
};

function concernsCode({ finding, target }: FixContext, entries: readonly ServerEntry[]): boolean {
  if (target === null || entries.length === 0)
    return finding.clients.some((one) => isClaudeCode({ client: one }));
  return entries.some((one) => isClaudeCode(one) && one.command === null);
}

function inSettings(context: FixContext): readonly FixPlan[] {
  const place = inCodeSettings(TRUST, context.machine);
  if (place === null) return [];
  const { settings } = context.machine;
  const off = settings
    .filter(({ file }) => file === place.file)
    .flatMap(({ file, facts }) =>
      facts
        .filter(({ kind, name }) => kind === 'variable' && UNCHECKED.test(name))
        .map(({ pointer }): EditOperation => ({ kind: 'remove-value', file, pointer })),
    );
  return [trusted(context, place, 'in Claude Code', off)];
}

/** Never set by us, and removed where it stands: it lets anybody read the tokens. */
const UNCHECKED = /^NODE_TLS_REJECT_UNAUTHORIZED$/;

function checksOff({ file, facts }: ServerEntry): readonly EditOperation[] {
  return facts.flatMap((fact) =>
    fact.kind === 'sets' && UNCHECKED.test(fact.name)
      ? [{ kind: 'remove-value' as const, file, pointer: fact.at.pointer }]
      : [],
  );
}

function trusted(
  { answers }: FixContext,
  { file, pointer, rules }: VariablePlace,
  where: string,
  off: readonly EditOperation[],
): FixPlan {
  const chosen = answers[ASK.id] ?? '';
  const isFile = /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(chosen) && !/[\u0000-\u001f]/.test(chosen);
  return planOf({
    ...rules,
    about: aboutPlace(file, pointer),
    title: `Trust your company’s authority ${where}`,
    automation: 'guided',
    asks: [ASK],
    operations: isFile ? [{ kind: 'set-value', file, pointer, value: chosen }, ...off] : [],
    leavesAlone: [
      'Certificates go on being checked; one more authority is known.',
      'The certificate file itself is not copied or changed.',
      'Claude’s cloud goes on trusting public authorities only.',
    ],
  });
}
