/**
 * Ids for targets: made of what they are, so that the same server keeps its id from run to run.
 * @param labels a URL or a name per target, in order
 * @returns ids of lower-case letters, digits and hyphens, each once
 */
export function targetIds(labels: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const slug = slugOf(label);
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    return count === 1 ? slug : `${slug}-${count}`;
  });
}

function slugOf(label: string): string {
  const words = label
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-+|-+$/g, '').slice(0, 56) || 'server';
}
