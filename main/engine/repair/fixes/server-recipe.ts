import type { Finding, TargetReport } from '../../../contract/report.ts';
import { defineFix, type Ask, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { ModeCode } from '../../model/mode-code.ts';
import type { PersonOperation } from '../../model/operation.ts';
import { detectPlatforms, type SeenPlatform } from '../recipes/detect-platforms.ts';
import { RECIPES } from '../recipes/kinds/index.generated.ts';
import { PLATFORM_WORDS, PLATFORMS, type Platform } from '../recipes/platform.ts';
import type { Recipe } from '../recipes/recipe.ts';
import { serverFacts, type ServerFacts } from '../recipes/server-facts.ts';
import { planOf, tell } from './parts/plan-of.ts';

/**
 * What the owner of a server does: what must come out of it, as the finding says it, and the lines for
 * what the server is made of, as far as its answers tell. Nothing on this machine is changed.
 */
export const fix = defineFix({
  name: 'server-recipe',
  codes: [...new Set<ModeCode>(RECIPES.flatMap(({ codes }) => codes))],
  isDestructive: false,
  plan: (context) => {
    const { target, finding } = context;
    const facts = target === null ? null : serverFacts(target);
    if (target === null || facts === null) return [];
    return RECIPES.filter(({ codes }) => codes.some((code) => code === finding.code)).map(
      (recipe) => recipePlan(recipe, context, target, facts),
    );
  },
});

function recipePlan(
  recipe: Recipe,
  { finding, answers }: FixContext,
  target: TargetReport,
  facts: ServerFacts,
): FixPlan {
  const known = PLATFORMS.filter((one) => recipe.on[one] !== undefined);
  const seen = detectPlatforms(target.trace).filter(({ platform }) => known.includes(platform));
  const asked = known.filter((one) => one === answers.for);
  const chosen = asked.length > 0 ? asked : seen.map(({ platform }) => platform);
  const steps = chosen.map((platform) => stepFor(platform, recipe, facts, seen));
  return planOf({
    about: `${facts.url}#${recipe.name}`,
    title: recipe.title,
    automation: 'instructions',
    asks: [platformAsk(known, recipe)],
    operations: [...resultOf(finding), ...steps, ...sourcesOf(recipe)],
    leavesAlone: ['Nothing on this machine is changed: this is for the owner of the server.'],
  });
}

/** What must come out in the end, whatever the server is made of. */
function resultOf({ whatToDo, snippet }: Finding): readonly PersonOperation[] {
  return [tell(whatToDo, snippet)];
}

function stepFor(
  platform: Platform,
  { on }: Recipe,
  facts: ServerFacts,
  seen: readonly SeenPlatform[],
): PersonOperation {
  const step = on[platform]!(facts);
  const because = seen.find((one) => one.platform === platform)?.because;
  const name = PLATFORM_WORDS[platform];
  const head = because === undefined ? `${name}.` : `${name} (${because}).`;
  return tell(`${head} ${step.text}`, step.copy);
}

function sourcesOf({ sources }: Recipe): readonly PersonOperation[] {
  return sources.length === 0 ? [] : [tell(`Documented at ${sources.join(', ')}.`)];
}

function platformAsk(known: readonly Platform[], { at }: Recipe): Ask {
  return {
    id: 'for',
    label: `What is the ${at} made of?`,
    help: 'The lines are for what its answers give away; choose another here.',
    kind: 'choice',
    options: known.map((id) => ({ id, label: PLATFORM_WORDS[id] })),
  };
}
