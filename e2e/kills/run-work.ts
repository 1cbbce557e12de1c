/** What is there after a start. */
export interface Started {
  /** The number of the last step that is done, told or not. */
  readonly step: number;
  /** What is wrong, a line each; nothing where all is whole. */
  readonly problems: readonly string[];
}

/** What a child does until it is killed. */
export interface KillWork {
  /** Everything that a start of the program does after a crash: recover, sweep. */
  readonly start: () => Promise<Started>;
  /** One step. @returns its number; numbers go on over restarts */
  readonly step: () => Promise<number>;
}

/**
 * The child's side: says `loaded`, waits for a line on stdin, starts, says `started` with what was
 * wrong, and then works for ever, with the number of each step that is done. On a pipe a line is
 * with the parent before the next step begins. Ends with its parent.
 */
export async function runWork(create: () => KillWork): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  process.stdin.on('end', () => process.exit(1));
  const go = new Promise((resolve) => process.stdin.once('data', resolve));
  say('loaded');
  await go;
  const work = create();
  say(`started ${JSON.stringify(await work.start())}`);
  for (;;) say(String(await work.step()));
}
