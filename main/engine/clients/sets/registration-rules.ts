import type { Basis, Rule } from '../../model/client.ts';
import { authorizeAnswer } from '../rules/authorize-answer.ts';
import { clientDocumentAnswer } from '../rules/client-document-answer.ts';
import { registrationAnswer, type RegistrationManner } from '../rules/registration-answer.ts';

/** How a client registers, and how we know what it does with the answer. */
export interface RegistrationTraits {
  readonly manner: RegistrationManner;
  readonly basis: Basis;
  readonly source: string;
}

/** What a client does with the answer to its registration, where one was tried. */
export function registrationRules(traits: RegistrationTraits): readonly Rule[] {
  return [registrationAnswer(traits.manner, traits.basis, traits.source)];
}

/** What stops it at the sign-in page, where that was opened. */
export function authorizeRules({ manner, basis, source }: RegistrationTraits): readonly Rule[] {
  const { as, documents } = manner;
  const own = authorizeAnswer(manner, basis, source);
  return documents === 'never' ? [own] : [clientDocumentAnswer(as, documents, basis, source), own];
}
