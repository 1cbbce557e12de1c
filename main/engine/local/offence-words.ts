import type { OffenceKind } from './first-offence.ts';

/** What is wrong at the place of an offence, as a sentence. */
export const OFFENCE_WORDS: Readonly<Record<OffenceKind, string>> = {
  'trailing-comma': 'A comma stands behind the last entry; JSON allows none there.',
  'missing-comma': 'A comma is missing before this.',
  'missing-colon': 'A colon is missing between the key and its value.',
  'missing-key': 'A key in quotation marks must stand here.',
  'missing-value': 'A value is missing here.',
  comment: 'A comment stands here; JSON has no comments.',
  'smart-quote': 'This is a typographic quotation mark; JSON needs the plain one (").',
  'single-quote': 'This is a single quotation mark; JSON needs the double one (").',
  invisible: 'An invisible character stands here that JSON does not allow.',
  backslash: 'A backslash stands alone here; inside a text it must be written twice.',
  control: 'A control character stands in this text; JSON needs it escaped.',
  'open-string': 'The text that begins here has no closing quotation mark on its line.',
  word: 'This is neither a text in quotation marks, a number, true, false nor null.',
  'wrong-close': 'This bracket does not match the one that is open.',
  'cut-off': 'The file ends here while a bracket or value is still open.',
  extra: 'Something stands behind the end of the document.',
};
