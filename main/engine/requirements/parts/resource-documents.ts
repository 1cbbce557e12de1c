import { isUsableResourceMetadata } from '../../clients/replay/resource-metadata.ts';
import type { DocumentAttempt, DocumentPlace, JsonObject } from '../../model/evidence.ts';

/** An address that gave a JSON object. */
export type FoundDocument = DocumentAttempt & { readonly json: JsonObject };

/** Every JSON object among some addresses, each URL once, in the order in which clients ask. */
export function foundDocuments(attempts: readonly DocumentAttempt[]): readonly FoundDocument[] {
  return attempts
    .filter(isFound)
    .filter((one, at, all) => all.findIndex(({ url }) => url === one.url) === at);
}

/** The first JSON object that a client meets, good or not. */
export function firstDocument(attempts: readonly DocumentAttempt[]): FoundDocument | null {
  return attempts.find(isFound) ?? null;
}

/** The resource metadata that clients take: the first that is usable. */
export function resourceInUse(attempts: readonly DocumentAttempt[]): FoundDocument | null {
  return attempts.filter(isFound).find((one) => isUsableResourceMetadata(one)) ?? null;
}

/** The attempt at one place, or undefined. */
export function attemptAt(
  attempts: readonly DocumentAttempt[],
  place: DocumentPlace,
): DocumentAttempt | undefined {
  return attempts.find((one) => one.place === place);
}

function isFound(attempt: DocumentAttempt): attempt is FoundDocument {
  return attempt.json !== null;
}
