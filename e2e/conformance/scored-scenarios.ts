/**
 * The authorization scenarios that a revision scores for clients, as the suite's own list has them.
 * @param yaml the suite's `requirements/<revision>.yaml`: keys at the margin, one scenario a line
 */
export function scoredScenarios(yaml: string): readonly string[] {
  const section = /^client:\n((?: .*\n|\n)*)/m.exec(yaml)?.[1] ?? '';
  return [...section.matchAll(/^ +- (auth\/\S+)$/gm)].map(([, name]) => name!);
}
