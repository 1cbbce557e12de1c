/** The requirements of the specification, by number. Written by `npm run generate`: do not edit. */
import type { Requirement } from '../model/requirement.ts';
import { requirement as rs10RefusesMadeUpTokens } from './rs-10-refuses-made-up-tokens.ts';

export const REQUIREMENTS: readonly Requirement[] = [rs10RefusesMadeUpTokens];
