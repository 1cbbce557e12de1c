import type { Compared } from '../../contract/comparison.ts';
import { CONFIDENCES } from '../../contract/words.ts';
import { ADDRESS_RULES, HOSTED_RULES } from './address-rules.ts';
import { ENTRY_RULES } from './entry-rules.ts';
import { CAUSE_RULES, MACHINE_RULES } from './machine-rules.ts';
import type { ComparedPlace } from './place.ts';
import type { Explained, Rule } from './rule.ts';

/** All rules, in the order of diagnosis (clients.md): files first, then the way to the server. */
const RULES: readonly Rule[] = [
  ...ENTRY_RULES,
  ...ADDRESS_RULES,
  ...HOSTED_RULES,
  ...MACHINE_RULES,
  ...CAUSE_RULES,
];

/** A difference that explains a failure, or would explain one. */
export interface Hit extends Explained {
  readonly row: Compared;
  readonly code: `F${number}` | null;
  /** It is certain, or the failing place is known to fail by just this. */
  readonly isSure: boolean;
}

export interface Explanations {
  /** Best first, at most one for each row. */
  readonly hits: readonly Hit[];
  /** A place is known to fail; else the hits would explain it if one did. */
  readonly isKnown: boolean;
}

/** Finds the differences that explain why one place works and another does not. */
export function explain(places: readonly ComparedPlace[]): Explanations {
  const { pairs, isKnown } = pairsOf(places);
  const found = pairs.flatMap(([works, fails]) =>
    RULES.flatMap((rule, order) => {
      const said = rule.explains(works, fails);
      if (said === null) return [];
      const code = said.code === undefined ? rule.code : said.code;
      const isCause = code !== null && causesOf(fails).has(code);
      const rank = (isCause ? 0 : 1000 * (1 + CONFIDENCES.indexOf(rule.confidence))) + order;
      const isSure = isCause || rule.confidence === 'certain';
      return [{ hit: { ...said, row: rule.row, code, isSure }, rank }];
    }),
  );
  const best = new Map<Compared, Hit>();
  for (const { hit } of found.toSorted((one, two) => one.rank - two.rank))
    if (!best.has(hit.row)) best.set(hit.row, hit);
  return { hits: [...best.values()], isKnown };
}

function causesOf({ outcome, story, findings }: ComparedPlace): ReadonlySet<string> {
  return new Set([outcome.code ?? '', story?.code ?? '', ...findings]);
}

type Pair = readonly [works: ComparedPlace, fails: ComparedPlace];

/** Which places are held against each other, by what is known of them. */
function pairsOf(places: readonly ComparedPlace[]): {
  readonly pairs: readonly Pair[];
  readonly isKnown: boolean;
} {
  const works = places.filter(isWorking);
  const fails = places.filter(({ outcome }) => outcome.outcome === 'blocked');
  const unknown = places.filter(({ outcome }) => outcome.outcome === 'unknown');
  if (fails.length > 0) {
    const others = works.length > 0 ? works : unknown;
    return { pairs: crossed(others, fails), isKnown: true };
  }
  const others = works.length > 0 ? works : unknown;
  return { pairs: crossed(others, unknown), isKnown: false };
}

/** Held against the same client first: fewer things differ there by nature. */
function crossed(
  works: readonly ComparedPlace[],
  fails: readonly ComparedPlace[],
): readonly Pair[] {
  return fails.flatMap((one) =>
    works
      .filter((other) => other !== one)
      .toSorted((a, b) => Number(b.client === one.client) - Number(a.client === one.client))
      .map((other): Pair => [other, one]),
  );
}

/** Works today; by luck or tolerance is working, too. */
export function isWorking({ outcome: { outcome } }: ComparedPlace): boolean {
  return outcome === 'works' || outcome === 'at-risk';
}
