import type { Range } from './ranges.ts';
import { isPasswordName, isSecretName } from './secret-names.ts';

/** `--token abc`, `--api-key=abc`, `"--token","abc"`: a flag and what follows it. */
const FLAG =
  /--([A-Za-z][\w-]{1,40})(?:\\{0,7}["'])?(?:[ \t]{1,4}|\s{0,8},\s{0,8})(?:\\{0,7}["'])?(?!-)([^\s"'\\,&;)\]]+)/g;
/** `curl -u name:password`. */
const USER =
  /(?:\s|["'])(?:-u|-U|--user|--proxy-user)(?:["'],)?[ \t=]{0,4}["']?([^\s"'\\:]{1,128}:[^\s"'\\]+)/g;
/** The file `.netrc`. */
const NETRC = /\b(?:password|account)[ \t\r\n]{1,4}(\S+)/g;
const MACHINE = /\b(?:machine|default)\b[^]{0,200}?\blogin\b/;

/** What stands behind the flags of a command, and in `.netrc`. */
export function commandRanges(text: string): Range[] {
  const flags = text.includes('--') ? Array.from(text.matchAll(FLAG)).filter(isSecretFlag) : [];
  const users =
    text.includes('-u') || text.includes('-U') || text.includes('user')
      ? Array.from(text.matchAll(USER))
      : [];
  const lines =
    text.includes('login') && MACHINE.test(text) ? Array.from(text.matchAll(NETRC)) : [];
  return [...flags, ...users, ...lines].map(({ index, 0: whole, 1: one = '', 2: two }): Range => {
    const end = index + whole.length;
    return [end - (two ?? one).length, end];
  });
}

function isSecretFlag({ 1: name = '', 2: value = '' }: RegExpExecArray): boolean {
  if (!isSecretName(name, 'field') || /^(?:and|or|with|to|is|for|from|in|as)$/.test(value))
    return false;
  return isPasswordName(name) || !/^[a-z]+[.!?,]?$/.test(value);
}
