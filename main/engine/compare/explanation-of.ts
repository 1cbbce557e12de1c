import type { Comparison, Difference } from '../../contract/comparison.ts';
import type { Explanations } from './explain.ts';
import { isWorking } from './explain.ts';
import type { ComparedPlace } from './place.ts';

type Explanation = Comparison['explanation'];

/** What a comparison comes to: the best explanation, or that there is none and what to do then. */
export function explanationOf(
  places: readonly ComparedPlace[],
  { hits, isKnown }: Explanations,
  differences: readonly Difference[],
): Explanation {
  if (places.length < 2) return ALONE;
  const [best] = hits;
  if (best === undefined) return withoutHit(places, differences);
  const { code, sentence, next } = best;
  if (isKnown) return { end: 'explained', code, sentence, next };
  return {
    end: 'possible',
    code,
    sentence: `If it fails there: ${sentence}`,
    next: `${SAY} ${next}`,
  };
}

const SAY =
  'Nobody has seen which place fails: say so with --works and --fails, or look with unblank check.';

const ALONE: Explanation = {
  end: 'alone',
  code: null,
  sentence: 'This server stands in one place only, so there is nothing to compare it with.',
  next: 'Give another configuration or a saved report: unblank compare NAME --with FILE.',
};

/** What cannot be seen in files. */
const REST =
  'Compare next what no file shows: the network of both machines, the account that signs in, and the time of day. A report of the other machine helps: unblank check --json --output there.json, then --with there.json.';

function withoutHit(
  places: readonly ComparedPlace[],
  differences: readonly Difference[],
): Explanation {
  const fails = places.filter(({ outcome }) => outcome.outcome === 'blocked');
  const matter = differences.some(({ weight }) => weight === 'matters');
  const base = { end: 'unexplained' as const, code: null };
  if (fails.length === places.length)
    return {
      ...base,
      sentence: 'It fails in every place, so no difference between them is the reason.',
      next: 'unblank check the server: what stops it is common to all.',
    };
  if (fails.length > 0)
    return {
      ...base,
      sentence: matter
        ? 'None of the differences explains that it works in one place and not in the other.'
        : 'Nothing that matters differs between the places.',
      next: REST,
    };
  const allWork = places.every(isWorking);
  return {
    end: 'alike',
    code: null,
    sentence: allWork
      ? 'It works in every place, as far as is known.'
      : matter
        ? 'What differs would not make one place fail by itself.'
        : 'Nothing that matters differs between the places.',
    next: allWork ? 'There is nothing to mend here.' : REST,
  };
}
