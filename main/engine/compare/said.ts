import { AppError } from '../../contract/errors.ts';
import { CLIENT_WORDS } from '../../contract/words.ts';
import type { ComparedPlace } from './place.ts';

/** Places that the user says work or fail, as typed: a letter, or a part of client, scope or file. */
export interface Said {
  readonly works: string | null;
  readonly fails: string | null;
}

export const NOTHING_SAID: Said = { works: null, fails: null };

/**
 * Puts the user's words before everything that was read.
 * @throws AppError `bad-option` where a text names no place or several, or one place twice
 */
export function withSaid(places: readonly ComparedPlace[], said: Said): readonly ComparedPlace[] {
  const works = said.works === null ? null : placeBy('--works', said.works, places);
  const fails = said.fails === null ? null : placeBy('--fails', said.fails, places);
  if (works !== null && works === fails)
    throw new AppError('bad-option', { reason: 'One place cannot both work and fail.' });
  return places.map((place) => {
    if (place.id === works) return toldPlace(place, 'works');
    return place.id === fails ? toldPlace(place, 'blocked') : place;
  });
}

function toldPlace(place: ComparedPlace, outcome: 'works' | 'blocked'): ComparedPlace {
  const code = outcome === 'works' ? null : place.outcome.code;
  const why = outcome === 'works' ? 'You say that it works.' : 'You say that it fails.';
  return { ...place, outcome: { outcome, from: 'you', why, code } };
}

function placeBy(option: string, text: string, places: readonly ComparedPlace[]): string {
  const letter = places.find(({ id }) => id.toLowerCase() === text.trim().toLowerCase());
  const found = letter === undefined ? places.filter((one) => isNamed(one, text)) : [letter];
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first.id;
  const all = (first === undefined ? places : found).map(({ id }) => id).join(', ');
  const reason =
    first === undefined
      ? `${option}: no place is called ${text}. Give one of ${all}.`
      : `${option}: ${text} stands for several places. Give one of ${all}.`;
  throw new AppError('bad-option', { reason });
}

function isNamed({ client, scope, file }: ComparedPlace, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return false;
  const names = [client, CLIENT_WORDS[client], scope ?? '', `${client}:${scope ?? ''}`, file];
  return names.some((one) => one.toLowerCase() === wanted) || file.toLowerCase().endsWith(wanted);
}
