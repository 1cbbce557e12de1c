import type { ScenarioResult } from './run-scenario.ts';

export interface RevisionResults {
  readonly revision: string;
  readonly results: readonly ScenarioResult[];
}

/** The table of docs/conformance.md. */
export function conformanceText(suite: string, revisions: readonly RevisionResults[]): string {
  const all = revisions.flatMap(({ results }) => results);
  const passed = all.filter(({ isPassed }) => isPassed).length;
  return `# The official conformance suite

Written by \`npm run conformance\`; do not edit. The suite (${suite})
starts servers of its own, good ones and broken ones, and watches what a client does with them. The
client under test (\`e2e/conformance\`) is made of the steps of the engine: its addresses, its replay
of discovery, its OAuth and its HTTP port. Every authorization scenario that a revision scores for
clients is run, and none is expected to fail; a warning counts as a failure.

${passed} of ${all.length} scenarios pass.

${revisions.map(sectionOf).join('\n')}`;
}

function sectionOf({ revision, results }: RevisionResults): string {
  const rows = results.map(
    ({ scenario, isPassed, passed, failed, warned }) =>
      `| ${scenario} | ${isPassed ? 'passed' : 'failed'} | ${passed} | ${failed} | ${warned} |`,
  );
  return `## ${revision}

| scenario | result | checks passed | failed | warnings |
| --- | --- | ---: | ---: | ---: |
${rows.join('\n')}
`;
}
