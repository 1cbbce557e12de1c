/**
 * One sentence of a port's contract: what is observed on a rig and what must be seen. Plain data,
 * so that the engine layer needs no test runner; a test file runs the cases over its rig:
 * `test.each(FILES_CONTRACT)('$name', async (c) => expect(await c.observe(rig)).toEqual(c.expected))`.
 */
export interface ContractCase<Rig> {
  readonly name: string;
  readonly observe: (rig: Rig) => Promise<unknown>;
  readonly expected: unknown;
}
