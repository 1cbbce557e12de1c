/** Exit codes of the command line (design.md; safety K1). A finding outranks an incomplete run. */
export const EXIT = { ok: 0, findings: 1, usage: 2, incomplete: 3, internal: 4 } as const;
