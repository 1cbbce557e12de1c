import * as z from 'zod';
import { LEVELS, REQUIREMENT_STATES, REVISIONS } from './words.ts';

/** What one requirement of the specification comes to on a server. */
export const requirementSchema = z.strictObject({
  id: z.string(),
  level: z.enum(LEVELS),
  revisions: z.array(z.enum(REVISIONS)),
  state: z.enum(REQUIREMENT_STATES),
  /** What is asked; where it is broken, what is wrong; where it is not seen, what would tell. */
  text: z.string(),
});
export type RequirementReport = z.infer<typeof requirementSchema>;
