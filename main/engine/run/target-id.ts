/**
 * Ids for targets: made of what they are, so that the same server keeps its id from run to run.
 * @param labels a URL or a name per target, in order
 * @returns ids of lower-case letters, digits and hyphens, each once
 */
export function targetIds(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const slug = slugOf(label);
    let id = slug;
    for (let count = 2; taken.has(id); count += 1) id = `${slug}-${count}`;
    taken.add(id);
    return id;
  });
}

function slugOf(label: string): string {
  const words = label
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-/, '').slice(0, 56).replace(/-$/, '') || 'server';
}
