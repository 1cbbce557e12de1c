import type { ModeCode } from '../../model/mode-code.ts';
import type { Platform } from './platform.ts';
import type { ServerFacts } from './server-facts.ts';

/** One way to do it, with the text to put there. */
export interface RecipeStep {
  /** Where it goes and what it does; one or two sentences. */
  readonly text: string;
  /** The exact lines, filled in with the addresses of this server; null where there are only clicks. */
  readonly copy: string | null;
}

/**
 * How the owner of a server mends something, on what the server is made of. What must come out of it
 * in the end says the finding itself; a recipe says where that is written.
 */
export interface Recipe {
  /** Lower-case words with hyphens; its file is named for it. */
  readonly name: string;
  /** Findings that it mends. */
  readonly codes: readonly ModeCode[];
  /** A sentence of at most nine words: what is done. */
  readonly title: string;
  /** The party that has to do it. */
  readonly at: 'server' | 'authorization server';
  readonly on: Readonly<Partial<Record<Platform, (facts: ServerFacts) => RecipeStep>>>;
  /** Where the platforms document it. */
  readonly sources: readonly string[];
}

/** Declares a recipe. */
export function defineRecipe(recipe: Recipe): Recipe {
  return recipe;
}
