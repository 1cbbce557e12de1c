import { isSecretName } from '../../redact/secret-names.ts';
import { shapeRanges } from '../../redact/secret-shapes.ts';
import { urlRanges } from '../../redact/url.ts';
import type { EntryText } from './entry-texts.ts';

/** A value that comes from elsewhere when the client starts. */
const REFERENCE = /\$\{|\$[A-Z_]|^\{\{|^<.*>$|%[A-Z_]+%/;
/** What documentation puts where the secret goes. */
const PLACEHOLDER = /^(?:your[-_ ]|x{3,}$|\.{3}|…|changeme$|todo$)/i;

/**
 * Says whether a text of an entry is a secret in plain text, by the name it stands under or by its
 * shape.
 * @param text a text of the entry
 * @param previous the argument before it, where it is an argument
 * @returns what it is, in words and without the value; null where it is none
 */
export function plainSecret(text: EntryText, previous: string): string | null {
  const { where, name, value } = text;
  if (value === '' || REFERENCE.test(value) || PLACEHOLDER.test(value)) return null;
  const byShape = shapeRanges(value).length > 0;
  if (where === 'env')
    return byShape || isSecretName(name, 'field') ? `the variable ${name}` : null;
  if (where === 'headers')
    return secretHeader(name, value) || byShape ? `the header ${name}` : null;
  if (where === 'url') return urlRanges(value).length > 0 ? 'the address' : null;
  if (where === 'args') return secretArgument(value, previous) || byShape ? 'an argument' : null;
  return null;
}

function secretHeader(name: string, value: string): boolean {
  if (!isSecretName(name, 'field')) return false;
  return !/^(?:bearer|basic|token)\s*$/i.test(value);
}

function secretArgument(value: string, previous: string): boolean {
  const [, header = '', rest = ''] = /^([A-Za-z0-9_-]+):\s*(.+)$/s.exec(value) ?? [];
  if (/^(?:-H|--headers?)$/.test(previous)) return secretHeader(header, rest);
  const [, flag = '', given = ''] = /^--?([\w-]+)=(.+)$/s.exec(value) ?? [];
  if (given !== '' && isSecretName(flag, 'field')) return !REFERENCE.test(given);
  const isFlag = /^--[\w-]+$/.test(previous) && !value.startsWith('-');
  return isFlag && !value.startsWith('@') && isSecretName(previous, 'field');
}
